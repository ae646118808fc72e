using Duende.IdentityServer.ResponseHandling;
using Duende.IdentityServer.Validation;

namespace Login;

public class Counting : TokenResponseGenerator
{
    protected override async Task<TokenResponse> ProcessTokenRequestAsync(TokenRequestValidationResult validationResult)
    {
        if (validationResult.ValidatedRequest.GrantType is "authorization_code" or "urn:ietf:params:oauth:grant-type:device_code" or "urn:openid:params:grant-type:ciba")
            return await base.ProcessTokenRequestAsync(validationResult);
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
