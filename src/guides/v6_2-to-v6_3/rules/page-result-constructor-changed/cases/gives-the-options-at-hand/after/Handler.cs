using Duende.IdentityServer.Configuration;
using Duende.IdentityServer.Endpoints.Results;
using Duende.IdentityServer.Hosting;
using Duende.IdentityServer.Validation;

namespace Login;

public class Handler : IEndpointHandler
{
    private readonly IdentityServerOptions _options;

    public Handler(IdentityServerOptions options) => _options = options;

    private IEndpointResult Login(ValidatedAuthorizeRequest request) => new LoginPageResult(request, _options);

    private IEndpointResult Consent(ValidatedAuthorizeRequest request)
    {
        return new ConsentPageResult(request: request, options: _options);
    }

    private IEndpointResult Custom(ValidatedAuthorizeRequest request, string url, IdentityServerOptions own) =>
        new CustomRedirectResult(url: url, request: request, options: own);
}
