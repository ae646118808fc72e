using Duende.IdentityServer.ResponseHandling;
using Duende.IdentityServer.Validation;

namespace Login;

public class Counting : TokenResponseGenerator
{
    protected override async Task<TokenResponse> ProcessTokenRequestAsync(TokenRequestValidationResult validationResult)
    {
        Count();
        return await base.ProcessTokenRequestAsync(validationResult);
    }

    protected override async Task<TokenResponse> ProcessAuthorizationCodeRequestAsync(TokenRequestValidationResult request)
    {
        Count();
        return await base.ProcessAuthorizationCodeRequestAsync(request);
    }

    private static void Count() { }
}
