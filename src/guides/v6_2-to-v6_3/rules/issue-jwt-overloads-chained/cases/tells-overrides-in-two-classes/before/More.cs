using System.Security.Claims;
namespace Host;
public class More : Tools
{
    public More(Duende.IdentityServer.Services.IIssuerNameService i, Duende.IdentityServer.Services.ITokenCreationService t, Microsoft.AspNetCore.Authentication.ISystemClock c, Duende.IdentityServer.Configuration.IdentityServerOptions o) : base(i, t, c, o) { }
    public override async Task<string> IssueJwtAsync(int lifetime, string issuer, IEnumerable<Claim> claims)
    {
        return await base.IssueJwtAsync(lifetime, issuer, claims.Append(new Claim("tenant", "a")));
    }
}
