using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Login;

public class Own : DefaultRefreshTokenService
{
    public Own(IRefreshTokenStore s, IProfileService p, ISystemClock c, ILogger<Own> l) : base(s, p, c, l) { }
}
