using Duende.IdentityServer;
using My.Web;

namespace Login;

public class Routes
{
    public string Home => EndpointNames.Home;
    // using static Duende.IdentityServer.IdentityServerConstants;
    public string Scope => IdentityServerConstants.StandardScopes.OpenId;
}
