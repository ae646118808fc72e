using Duende.IdentityServer.Models;
using Login;
using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer().AddInMemoryOidcProviders(Config.Providers);
var app = builder.Build();
app.MapPost("/import", ([FromBody] IEnumerable<OidcProvider> providers) => Results.Ok(providers.Count()));
app.MapGet("/base", (IEnumerable<IdentityProvider> providers) => providers.OfType<OidcProvider>());
app.MapGet("/view", () => new LoginView(Config.Providers));
Run((IEnumerable<OidcProvider> providers) => providers.Count());
// app.MapGet("/old", (IEnumerable<OidcProvider> providers) => providers);
#if OLD
app.MapGet("/older", (IEnumerable<OidcProvider> providers) => providers);
#endif
app.Run();

static void Run(Func<IEnumerable<OidcProvider>, int> count) { }
