using Duende.IdentityServer.EntityFramework;
using Login;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer()
    .AddOperationalStore(store => store.EnableTokenCleanup = true);
builder.Services.AddScoped(typeof(ITokenCleanupService), typeof(Sweep)); builder.Services.Replace(ServiceDescriptor.Transient<ITokenCleanupService, Broom>());
builder.Services.AddTransient<ITokenCleanupService>(sp => ActivatorUtilities.CreateInstance<Sweep>(sp));

builder.Build().Run();
