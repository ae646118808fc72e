using Duende.IdentityServer.EntityFramework;
using Login;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer()
    .AddOperationalStore(store => store.EnableTokenCleanup = true);
builder.Services.AddScoped(typeof(TokenCleanupService), typeof(Sweep)); builder.Services.Replace(ServiceDescriptor.Transient<TokenCleanupService, Broom>());
builder.Services.AddTransient<TokenCleanupService>(sp => ActivatorUtilities.CreateInstance<Sweep>(sp));

builder.Build().Run();
