using Duende.IdentityServer.ResponseHandling;
using Duende.IdentityServer.Validation;

namespace Login
{
    public class Own : ITokenResponseGenerator
    {
        public Task<TokenResponse> ProcessAsync(TokenRequestValidationResult result)
        {
            // return new TokenResponse { AccessToken = "a" };
            var text = "new TokenResponse { AccessToken = 1 }";
            var later = new TokenResponse { AccessToken = text };
            later.AccessTokenType = "Bearer";
            TokenResponse typed = new() { AccessToken = "a", AccessTokenType = "DPoP" };
            var own = new StampedResponse { AccessToken = "a" };
            var error = new TokenErrorResponse { Error = "x" };
#if NEVER_SET
            return Task.FromResult(new TokenResponse { AccessToken = "a" });
#endif
            return Task.FromResult(later);
        }
    }

    public class StampedResponse : TokenResponse
    {
        public StampedResponse() => AccessTokenType = "Bearer";
    }
}
