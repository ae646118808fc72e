using Duende.IdentityServer;
using Duende.IdentityServer.Services;
using Microsoft.AspNetCore.Authentication;

namespace Login;

public class Moved : DefaultBackChannelLogoutService
{
    // base(c, t, n, h, l)
    public Moved(ISystemClock c, IdentityServerTools t, ILogoutNotificationService n, IBackChannelLogoutHttpClient h, IIssuerNameService i, ILogger<IBackChannelLogoutService> l)
        : base(c, t, n, h, i, l) { }
}

#if NEVER
public class Dead : DefaultBackChannelLogoutService
{
    public Dead(ISystemClock c, IdentityServerTools t, ILogoutNotificationService n, IBackChannelLogoutHttpClient h) : base(c, t, n, h, null) { }
}
#endif

public static class Texts
{
    public const string Help = "new DefaultBackChannelLogoutService(c, t, n, h, l)";
}
