using Duende.IdentityServer.EntityFramework;
using Login;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer()
    .AddOperationalStore(store => store.EnableTokenCleanup = true);
builder.Services.AddTransient<ITokenCleanupService, Sweep>();
builder.Services.AddTransient<Sweep>();
builder.Services.AddTransient<TokenCleanupService>();
builder.Services.AddTransient<ISomething, Something>();
// builder.Services.AddTransient<TokenCleanupService, Sweep>();
var help = "AddTransient<TokenCleanupService, Sweep>()";
#if NEVER
builder.Services.AddTransient<TokenCleanupService, Sweep>();
#endif

builder.Build().Run();
