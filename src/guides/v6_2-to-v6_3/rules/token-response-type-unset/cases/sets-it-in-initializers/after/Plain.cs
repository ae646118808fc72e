using Duende.IdentityServer.ResponseHandling;
using Duende.IdentityServer.Validation;

namespace Login;

public class Plain : ITokenResponseGenerator
{
    public Task<TokenResponse> ProcessAsync(TokenRequestValidationResult result)
    {
        var response = new TokenResponse
        {
            AccessToken = "a",
            AccessTokenLifetime = 60, // one minute
            AccessTokenType = "Bearer",
        };
        return Task.FromResult(response);
    }

    private static TokenResponse Short() => new() { AccessToken = "b", AccessTokenType = "Bearer" };

    private static TokenResponse Bare() => new TokenResponse() { AccessTokenType = "Bearer" };
}
