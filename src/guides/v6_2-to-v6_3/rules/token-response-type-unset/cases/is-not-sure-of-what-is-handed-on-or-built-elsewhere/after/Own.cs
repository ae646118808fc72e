using Duende.IdentityServer.ResponseHandling;
using Duende.IdentityServer.Validation;

namespace Login;

public class Own : ITokenResponseGenerator
{
    public Task<TokenResponse> ProcessAsync(TokenRequestValidationResult result)
    {
        var response = new TokenResponse { AccessToken = "a", AccessTokenType = "Bearer" };
        Stamps.Put(response);
        return Task.FromResult(response);
    }
}

public static class Factory
{
    public static TokenResponse Make(string token) => new TokenResponse { AccessToken = token, AccessTokenType = "Bearer" };
}
