using Duende.IdentityServer.EntityFramework;
using Login;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer()
    .AddOperationalStore(store => store.EnableTokenCleanup = true);

// ours
builder.Services.AddTransient<TokenCleanupService, Broom>();

builder.Build().Run();
