using Duende.IdentityServer.EntityFramework;
using Login;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer()
    .AddOperationalStore(store => store.EnableTokenCleanup = true);
builder.Services.TryAddTransient<TokenCleanupService, Sweep>();

builder.Build().Run();
