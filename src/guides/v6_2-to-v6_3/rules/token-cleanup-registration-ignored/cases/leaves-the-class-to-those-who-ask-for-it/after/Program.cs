using Duende.IdentityServer.EntityFramework;
using Login;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer()
    .AddOperationalStore(store => store.EnableTokenCleanup = true);
builder.Services.AddSingleton<TokenCleanupService, Sweep>();
builder.Services.AddSingleton<ITokenCleanupService, Sweep>();

builder.Build().Run();
