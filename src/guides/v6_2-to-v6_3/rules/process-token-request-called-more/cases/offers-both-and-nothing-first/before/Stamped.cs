using Duende.IdentityServer.ResponseHandling;
using Duende.IdentityServer.Validation;

namespace Login;

public class Stamped : TokenResponseGenerator
{
    protected override async Task<TokenResponse> ProcessTokenRequestAsync(TokenRequestValidationResult validationResult)
    {
        var response = await base.ProcessTokenRequestAsync(validationResult);
        response.Custom = new();
        return response;
    }
}

public class Plain : Stamped
{
    protected override Task<TokenResponse> ProcessTokenRequestAsync(TokenRequestValidationResult request) { return base.ProcessTokenRequestAsync(request); } protected void Two() { }
}
