using Duende.IdentityServer.ResponseHandling;
using Duende.IdentityServer.Validation;
namespace Host;
public class Gen : ITokenResponseGenerator
{
    public async Task<TokenResponse> ProcessAsync(TokenRequestValidationResult request)
    {
        var initial = new TokenResponse { AccessToken = "a", AccessTokenType = "Bearer" };
        var later = new TokenResponse { AccessToken = "a" };
        later.AccessTokenType = "Bearer";
        var helped = Typed(new TokenResponse { AccessToken = "a" });
        var helped2 = new TokenResponse { AccessToken = "b" };
        Stamp(helped2);
        TokenResponse? target = new() { AccessToken = "c" };
        if (request.IsError) target.AccessTokenType = "Bearer";
        return target;
    }
    static TokenResponse Typed(TokenResponse r) { r.AccessTokenType = "Bearer"; return r; }
    static void Stamp(TokenResponse response) => response.AccessTokenType = "Bearer";
}
