using Duende.IdentityServer.Models;
using Duende.IdentityServer.ResponseHandling;
using Duende.IdentityServer.Validation;

namespace Login;

public class Own : ITokenResponseGenerator
{
    public async Task<TokenResponse> ProcessAsync(TokenRequestValidationResult result)
    {
        await Task.Yield();
        return new TokenResponse { AccessToken = "a", AccessTokenType = "Bearer" };
    }

    public static Client Mobile => new() { ClientId = "mobile", RequireDPoP = true };
}
