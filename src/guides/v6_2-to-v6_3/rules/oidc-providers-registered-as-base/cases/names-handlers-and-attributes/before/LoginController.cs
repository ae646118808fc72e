using Duende.IdentityServer.Models;
using Microsoft.AspNetCore.Mvc;

namespace Login;

public class LoginController(IEnumerable<OidcProvider> providers) : Controller
{
    public IActionResult Index() => View(providers);

    public IActionResult Menu([FromServices] IEnumerable<OidcProvider> listed) => PartialView(listed);
}

public class Schemes
{
    private readonly IEnumerable<OidcProvider> _providers;

    public Schemes([Microsoft.AspNetCore.Mvc.FromServices] ILogger<Schemes> logger,
        IEnumerable<OidcProvider> providers = null)
    {
        _providers = providers;
    }
}
