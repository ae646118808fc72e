using Duende.IdentityServer.Configuration;
using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Login;

public class Two
{
    public object[] Make(IRefreshTokenStore s, IProfileService p, ISystemClock c, ILogger<DefaultRefreshTokenService> l, IdentityServerOptions o) =>
        new object[] { new DefaultRefreshTokenService(s, p, c, o.PersistentGrants, l), new DefaultRefreshTokenService(s, p, c, o.PersistentGrants, null) };
}
