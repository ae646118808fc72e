using Duende.IdentityServer.Configuration;
using Duende.IdentityServer.Endpoints.Results;
using Duende.IdentityServer.Hosting;
using Duende.IdentityServer.Validation;

namespace Login;

public class Handler(IdentityServerOptions server)
{
    public IEndpointResult Page(ValidatedAuthorizeRequest r, bool isNew) => isNew ? new LoginPageResult(r) : new CustomRedirectResult(r, "/terms");
}
