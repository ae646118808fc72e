var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer().AddOperationalStore();
builder.Services.AddTransient<Acme.TokenCleanupService>();
var app = builder.Build();
app.MapPost("/a", (Cleanup c) => c.RemoveExpiredGrantsAsync());
app.MapPost("/b", ([Microsoft.AspNetCore.Mvc.FromServices] EF.TokenCleanupService c, CancellationToken ct) => c.RemoveExpiredGrantsAsync(ct));
app.MapPost("/c", (Acme.TokenCleanupService c) => c.RemoveExpiredGrantsAsync());
app.MapPost("/d", Handle);
app.Run();
static async Task<string> Handle(Cleanup c) { await c.RemoveExpiredGrantsAsync(); return "ok"; }
