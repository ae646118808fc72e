using Duende.IdentityServer.Models;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer().AddInMemoryOidcProviders(Config.Providers);
builder.Services.AddSingleton<IEnumerable<OidcProvider>>(Config.Providers);
var app = builder.Build();
app.MapGet("/schemes", (IEnumerable<OidcProvider> providers) => providers.Select(p => p.Scheme));
app.Run();
