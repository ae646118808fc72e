using Duende.IdentityServer.EntityFramework;
using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer().AddOperationalStore(o => { o.EnableTokenCleanup = false; });
var app = builder.Build();
var admin = app.MapGroup("/admin");
admin.MapPost("/purge", async ([FromServices] ITokenCleanupService cleanup, HttpContext ctx, CancellationToken ct) =>
{
    await cleanup.CleanupGrantsAsync(ct);
    return Results.NoContent();
});
admin.MapMethods("/x", new[] { "PURGE" }, async (ITokenCleanupService cleanup) => await cleanup.CleanupGrantsAsync());
var handler = async (ITokenCleanupService cleanup) => await cleanup.CleanupGrantsAsync();
admin.MapPost("/y", handler);
app.Use(async (ctx, next) => { await ctx.RequestServices.GetRequiredService<ITokenCleanupService>().CleanupGrantsAsync(); await next(ctx); });
app.MapGet("/z", (IServiceProvider sp) => { var c = sp.GetRequiredService<ITokenCleanupService>(); return Wrap(c.CleanupGrantsAsync); });
app.MapPost("/args", ([AsParameters] PurgeArgs a) => a.Cleanup.RemoveExpiredGrantsAsync());
app.Lifetime.ApplicationStarted.Register(() => { using var s = app.Services.CreateScope(); s.ServiceProvider.GetRequiredService<ITokenCleanupService>().CleanupGrantsAsync().GetAwaiter().GetResult(); });
app.UseMiddleware<PurgeMiddleware>();
app.Run();

static Task Wrap(Func<CancellationToken, Task> f) => f(default);
record PurgeArgs(TokenCleanupService Cleanup);
class PurgeMiddleware
{
    private readonly RequestDelegate _next;
    public PurgeMiddleware(RequestDelegate next) => _next = next;
    public async Task InvokeAsync(HttpContext ctx, ITokenCleanupService cleanup) { await cleanup.CleanupGrantsAsync(ctx.RequestAborted); await _next(ctx); }
}
