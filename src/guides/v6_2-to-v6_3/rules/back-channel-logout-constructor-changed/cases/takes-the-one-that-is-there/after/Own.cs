using Duende.IdentityServer;
using Duende.IdentityServer.Services;
using Microsoft.AspNetCore.Authentication;

namespace Login;

public class Own : DefaultBackChannelLogoutService
{
    private readonly IIssuerNameService _issuer;

    public Own(ISystemClock c, IdentityServerTools t, ILogoutNotificationService n, IBackChannelLogoutHttpClient h, IIssuerNameService issuer, ILogger<IBackChannelLogoutService> l)
        : base(c, t, n, h, issuerNameService: issuer, logger: l) => _issuer = issuer;

    public object[] Two(ISystemClock c, IdentityServerTools t, ILogoutNotificationService n, IBackChannelLogoutHttpClient h, ILogger<IBackChannelLogoutService> l) =>
        new object[] { new DefaultBackChannelLogoutService(c, t, n, h, _issuer, l), new DefaultBackChannelLogoutService(c, t, n, h, _issuer, null) };
}
