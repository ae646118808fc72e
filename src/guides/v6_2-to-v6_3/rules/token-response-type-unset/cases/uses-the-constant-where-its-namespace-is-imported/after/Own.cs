using Duende.IdentityServer.ResponseHandling;
using Duende.IdentityServer.Validation;
using IdentityModel;
using Answer = Duende.IdentityServer.ResponseHandling.TokenResponse;

namespace Login;

public class Own : TokenResponseGenerator
{
    protected override async Task<TokenResponse> ProcessTokenRequestAsync(TokenRequestValidationResult result)
    {
        var (access, _) = await CreateAccessTokenAsync(result.ValidatedRequest);
        return new Answer { AccessToken = access, Scope = OidcConstants.StandardScopes.OpenId, AccessTokenType = OidcConstants.TokenResponse.BearerTokenType };
    }

    protected override Task<TokenResponse> ProcessRefreshTokenRequestAsync(TokenRequestValidationResult result)
        => base.ProcessRefreshTokenRequestAsync(result);
}
