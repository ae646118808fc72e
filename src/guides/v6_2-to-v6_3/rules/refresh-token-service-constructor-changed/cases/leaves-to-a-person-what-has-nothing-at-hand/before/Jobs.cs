using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Login;

public static class Jobs
{
    public static object Make(IRefreshTokenStore s, IProfileService p, ISystemClock c, ILogger<DefaultRefreshTokenService> l) =>
        new DefaultRefreshTokenService(s, p, c, l);
}

public class Overloaded : DefaultRefreshTokenService
{
    public Overloaded(IRefreshTokenStore s, IProfileService p, ISystemClock c, ILogger<Overloaded> l) : base(s, p, c, l) { }

    public Overloaded(IRefreshTokenStore s, IProfileService p, ISystemClock c, string l) : this(s, p, c, (ILogger<Overloaded>)null) { }
}
