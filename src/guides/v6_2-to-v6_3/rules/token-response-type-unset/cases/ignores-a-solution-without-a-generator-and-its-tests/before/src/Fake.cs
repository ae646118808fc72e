using Duende.IdentityServer.ResponseHandling;

namespace Login;

public class Fake
{
    public TokenResponse Make() => new TokenResponse { AccessToken = "a" };
}
