using System.Security.Claims;
using Duende.IdentityServer;
using Duende.IdentityServer.Configuration;
using Duende.IdentityServer.Services;
namespace Host;
public class Tools : IdentityServerTools
{
    public Tools(IIssuerNameService i, ITokenCreationService t, Microsoft.AspNetCore.Authentication.ISystemClock c, IdentityServerOptions o) : base(i, t, c, o) { }
    public override Task<string> IssueJwtAsync(int lifetime, IEnumerable<Claim> claims) => base.IssueJwtAsync(lifetime, claims.Append(new Claim("tenant", "a")));
}
