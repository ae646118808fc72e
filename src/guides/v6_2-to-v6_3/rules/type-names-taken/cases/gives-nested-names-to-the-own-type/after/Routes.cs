using static Duende.IdentityServer.IdentityServerConstants;
using EndpointNames = My.Web.EndpointNames;
using My.Web;

namespace Login;

public class Routes
{
    public string Home => EndpointNames.Home;
    public string Scope => StandardScopes.OpenId;
}
