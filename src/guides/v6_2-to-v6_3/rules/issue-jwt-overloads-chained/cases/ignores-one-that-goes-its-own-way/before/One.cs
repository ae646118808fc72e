using System.Security.Claims;
using Duende.IdentityServer;

namespace Login;

public class One : IdentityServerTools
{
    public override Task<string> IssueJwtAsync(int lifetime, IEnumerable<Claim> claims) => base.IssueJwtAsync(lifetime, claims);
}
