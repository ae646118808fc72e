using Duende.IdentityServer.ResponseHandling;
using Duende.IdentityServer.Validation;

namespace Login;

public class Short : TokenResponseGenerator
{
    protected override Task<TokenResponse> ProcessTokenRequestAsync(TokenRequestValidationResult r) => base.ProcessTokenRequestAsync(r);
}
