using Duende.IdentityServer.Models;

namespace Login;

public class LoginPage
{
    public LoginPage(ILogger<LoginPage> logger, IEnumerable<OidcProvider> providers) { }

    public object All(IServiceProvider services) => services.GetRequiredService<IEnumerable<OidcProvider>>();

    public object Each(IServiceProvider services) => services.GetServices<Duende.IdentityServer.Models.OidcProvider>();
}
