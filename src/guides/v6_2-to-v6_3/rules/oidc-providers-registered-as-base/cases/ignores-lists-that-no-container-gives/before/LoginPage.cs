using Duende.IdentityServer.Models;

namespace Login;

public class LoginPage
{
    public void Show(IEnumerable<OidcProvider> providers) { }

    public LoginPage(OidcProvider one, IEnumerable<IdentityProvider> providers) { }

    public IEnumerable<OidcProvider> All => Array.Empty<OidcProvider>();
}
