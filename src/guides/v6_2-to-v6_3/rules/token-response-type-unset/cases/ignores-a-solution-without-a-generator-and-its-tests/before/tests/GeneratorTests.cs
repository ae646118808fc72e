using Duende.IdentityServer.ResponseHandling;
using Duende.IdentityServer.Validation;

public class StubGenerator : ITokenResponseGenerator
{
    public Task<TokenResponse> ProcessAsync(TokenRequestValidationResult result) => Task.FromResult(new TokenResponse { AccessToken = "a" });
}
