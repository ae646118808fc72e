using Duende.IdentityServer.ResponseHandling;
using Duende.IdentityServer.Validation;

namespace Login;

public class Stamped : TokenResponseGenerator
{
    protected override async Task<TokenResponse> ProcessTokenRequestAsync(TokenRequestValidationResult validationResult)
    {
        if (validationResult.ValidatedRequest.GrantType is "authorization_code" or "urn:ietf:params:oauth:grant-type:device_code" or "urn:openid:params:grant-type:ciba")
            return await base.ProcessTokenRequestAsync(validationResult);
        var response = await base.ProcessTokenRequestAsync(validationResult);
        response.Custom = new();
        return response;
    }
}

public class Plain : Stamped
{
    protected override Task<TokenResponse> ProcessTokenRequestAsync(TokenRequestValidationResult request) { if (request.ValidatedRequest.GrantType is "authorization_code" or "urn:ietf:params:oauth:grant-type:device_code" or "urn:openid:params:grant-type:ciba") return base.ProcessTokenRequestAsync(request); return base.ProcessTokenRequestAsync(request); } protected void Two() { }
}
