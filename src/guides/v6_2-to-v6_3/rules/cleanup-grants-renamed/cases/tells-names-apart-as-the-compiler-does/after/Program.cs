using Duende.IdentityServer.EntityFramework;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer().AddOperationalStore();
builder.Services.AddTransient<Acme.TokenCleanupService>();
var app = builder.Build();
app.MapPost("/a", (ITokenCleanupService c) => c.CleanupGrantsAsync());
app.MapPost("/b", ([Microsoft.AspNetCore.Mvc.FromServices] EF.ITokenCleanupService c, CancellationToken ct) => c.CleanupGrantsAsync(ct));
app.MapPost("/c", (Acme.TokenCleanupService c) => c.RemoveExpiredGrantsAsync());
app.MapPost("/d", Handle);
app.Run();
static async Task<string> Handle(ITokenCleanupService c) { await c.CleanupGrantsAsync(); return "ok"; }
