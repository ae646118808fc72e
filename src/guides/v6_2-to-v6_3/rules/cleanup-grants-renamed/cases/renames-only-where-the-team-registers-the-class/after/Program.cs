using Duende.IdentityServer.EntityFramework;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddTransient<TokenCleanupService>();
var app = builder.Build();
app.MapPost("/sweep", async (TokenCleanupService cleanup, CancellationToken ct) => await cleanup.CleanupGrantsAsync(ct));
app.Run();
