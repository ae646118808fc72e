using Duende.IdentityServer;
using Duende.IdentityServer.Services;
using Microsoft.AspNetCore.Authentication;

namespace Login;

public class Own : DefaultBackChannelLogoutService
{
    public Own(
        ISystemClock clock,
        IdentityServerTools tools,
        ILogoutNotificationService notifications,
        IBackChannelLogoutHttpClient http,
        IIssuerNameService issuerNameService,
        ILogger<IBackChannelLogoutService> logger)
        : base(
            clock,
            tools,
            notifications,
            http,
            issuerNameService,
            logger)
    {
    }
}
