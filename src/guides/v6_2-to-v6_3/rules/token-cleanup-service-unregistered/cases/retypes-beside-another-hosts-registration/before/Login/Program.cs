using Duende.IdentityServer.EntityFramework;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddTransient<TokenCleanupService>();
builder.Build().Run();
