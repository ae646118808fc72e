using Duende.IdentityServer.Models;
using Login;
using Microsoft.AspNetCore.Mvc;
using Upstream = Duende.IdentityServer.Models.OidcProvider;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer().AddInMemoryOidcProviders(Config.Providers);
var app = builder.Build();
app.MapGet("/schemes", (IEnumerable<OidcProvider> providers) => providers.Select(p => p.Scheme));
app.MapGet("/names", async ([FromServices] IEnumerable<OidcProvider>? providers, HttpContext context) =>
    await context.Response.WriteAsJsonAsync(providers?.Select(p => p.DisplayName)));
app.MapGroup("/admin").MapPost("/count", Count);
app.MapGet("/all", All);
app.Run();

static int Count(System.Collections.Generic.IEnumerable<Upstream> providers) => providers.Count();

IResult All(IServiceProvider services)
{
    var providers = (IEnumerable<OidcProvider>)services.GetRequiredService(typeof(IEnumerable<OidcProvider>));
    return Results.Ok(providers);
}
