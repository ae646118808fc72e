using Duende.IdentityServer.Configuration;
using Duende.IdentityServer.Endpoints.Results;
using Duende.IdentityServer.Hosting;
using Duende.IdentityServer.Validation;

namespace Login;

public class Handler
{
    private readonly IdentityServerOptions _options;

    public Handler(IdentityServerOptions options) => _options = options;

    // A static method doesn't see the field.
    public static IEndpointResult Page(ValidatedAuthorizeRequest request) => new LoginPageResult(request);
}
