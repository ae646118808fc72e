using Acme;
using Duende.IdentityServer.EntityFramework;
using Microsoft.Extensions.DependencyInjection.Extensions;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer().AddOperationalStore();
builder.Services.Add(new ServiceDescriptor(typeof(ITokenCleanupService), typeof(Audited), ServiceLifetime.Transient));
builder.Services.Add(ServiceDescriptor.Transient<ITokenCleanupService, Audited>());
builder.Services.Add(ServiceDescriptor.Describe(typeof(ITokenCleanupService), typeof(Audited), ServiceLifetime.Scoped));
builder.Services.Replace(ServiceDescriptor.Transient<ITokenCleanupService, Audited>());
builder.Services.TryAddEnumerable(ServiceDescriptor.Transient<ITokenCleanupService, Audited>());
builder.Services.AddTransient<ITokenCleanupService>(sp => ActivatorUtilities.CreateInstance<Audited>(sp));
builder.Services.AddTransient<ITokenCleanupService>(static provider =>
{
    return ActivatorUtilities.CreateInstance<Audited>(provider);
});
builder.Services.AddTransient(typeof(ITokenCleanupService), sp => ActivatorUtilities.CreateInstance<Audited>(sp));
builder.Services.Add(new(typeof(ITokenCleanupService), typeof(Audited), ServiceLifetime.Transient));
builder.Services.AddTransient<ITokenCleanupService, Audited>().AddHttpContextAccessor();
builder.Services.RemoveAll<TokenCleanupService>();
builder.Services.AddTransient<ITokenCleanupService, Audited>();
builder.Build().Run();
