using System.Security.Claims;
using Duende.IdentityServer;

namespace Login;

public class Tools : IdentityServerTools
{
    public override Task<string> IssueJwtAsync(int lifetime, IEnumerable<Claim> claims) => IssueJwtAsync(lifetime, "me", claims);

    public override Task<string> IssueJwtAsync(int lifetime, string issuer, IEnumerable<Claim> claims)
        => base.IssueJwtAsync(lifetime, issuer, claims.Append(new Claim("x", "1")));
}
