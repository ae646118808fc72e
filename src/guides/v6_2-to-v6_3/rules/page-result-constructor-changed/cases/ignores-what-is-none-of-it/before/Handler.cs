using Duende.IdentityServer.Configuration;
using Duende.IdentityServer.Endpoints.Results;
using Duende.IdentityServer.Hosting;
using Duende.IdentityServer.Validation;

namespace Login;

public class Handler
{
    // new LoginPageResult(request)
    public bool IsPage(IEndpointResult result) => result is LoginPageResult or ConsentPageResult;

    public IEndpointResult New(ValidatedAuthorizeRequest request, IdentityServerOptions options) => new LoginPageResult(request, options);

    public string Help => "new LoginPageResult(request)";

#if NEVER
    public IEndpointResult Dead(ValidatedAuthorizeRequest request) => new LoginPageResult(request);
#endif
}
