using Duende.IdentityServer.ResponseHandling;
using Duende.IdentityServer.Validation;
namespace Own
{
    public abstract class TokenResponseGenerator { protected virtual Task<TokenResponse> ProcessTokenRequestAsync(TokenRequestValidationResult r) => null; }
    public class Mine : TokenResponseGenerator
    {
        protected override Task<TokenResponse> ProcessTokenRequestAsync(TokenRequestValidationResult r) { return null; }
    }
}
