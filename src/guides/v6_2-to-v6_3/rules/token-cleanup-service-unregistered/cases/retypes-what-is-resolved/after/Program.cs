using Duende.IdentityServer.EntityFramework;

var app = WebApplication.CreateBuilder(args).Build();

using (var scope = app.Services.CreateScope())
{
    var cleanup = scope.ServiceProvider.GetRequiredService<ITokenCleanupService>();
    await cleanup.CleanupGrantsAsync();
    ITokenCleanupService? maybe = scope.ServiceProvider.GetService<ITokenCleanupService>();
    if (maybe != null) await maybe.CleanupGrantsAsync();
    await ((ITokenCleanupService)scope.ServiceProvider.GetService(typeof(ITokenCleanupService))!).CleanupGrantsAsync();
}

app.MapPost("/sweep", async (Duende.IdentityServer.EntityFramework.ITokenCleanupService cleanup) => await cleanup.CleanupGrantsAsync());
app.Run();
