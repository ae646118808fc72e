using Acme;
using Duende.IdentityServer.EntityFramework;
using Microsoft.Extensions.DependencyInjection.Extensions;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer().AddOperationalStore();
builder.Services.Add(new ServiceDescriptor(typeof(TokenCleanupService), typeof(Audited), ServiceLifetime.Transient));
builder.Services.Add(ServiceDescriptor.Transient<TokenCleanupService, Audited>());
builder.Services.Add(ServiceDescriptor.Describe(typeof(TokenCleanupService), typeof(Audited), ServiceLifetime.Scoped));
builder.Services.Replace(ServiceDescriptor.Transient<TokenCleanupService, Audited>());
builder.Services.TryAddEnumerable(ServiceDescriptor.Transient<TokenCleanupService, Audited>());
builder.Services.AddTransient<TokenCleanupService>(sp => ActivatorUtilities.CreateInstance<Audited>(sp));
builder.Services.AddTransient<TokenCleanupService>(static provider =>
{
    return ActivatorUtilities.CreateInstance<Audited>(provider);
});
builder.Services.AddTransient(typeof(TokenCleanupService), sp => ActivatorUtilities.CreateInstance<Audited>(sp));
builder.Services.Add(new(typeof(TokenCleanupService), typeof(Audited), ServiceLifetime.Transient));
builder.Services.AddTransient<TokenCleanupService, Audited>().AddHttpContextAccessor();
builder.Services.RemoveAll<TokenCleanupService>();
builder.Services.AddTransient<TokenCleanupService, Audited>();
builder.Build().Run();
