using Duende.IdentityServer.EntityFramework;

var app = WebApplication.CreateBuilder(args).Build();

using (var scope = app.Services.CreateScope())
{
    var cleanup = scope.ServiceProvider.GetRequiredService<TokenCleanupService>();
    await cleanup.RemoveExpiredGrantsAsync();
    TokenCleanupService? maybe = scope.ServiceProvider.GetService<TokenCleanupService>();
    if (maybe != null) await maybe.RemoveExpiredGrantsAsync();
    await ((TokenCleanupService)scope.ServiceProvider.GetService(typeof(TokenCleanupService))!).RemoveExpiredGrantsAsync();
}

app.MapPost("/sweep", async (Duende.IdentityServer.EntityFramework.TokenCleanupService cleanup) => await cleanup.RemoveExpiredGrantsAsync());
app.Run();
