using Duende.IdentityServer.Configuration;
using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Login;

public class Own(IRefreshTokenStore store, IProfileService profile, ISystemClock clock, IdentityServerOptions server, ILogger<Own> logger)
    : DefaultRefreshTokenService(store, profile, clock, logger);

public class Factory
{
    private readonly IdentityServerOptions _server;

    public Factory(IdentityServerOptions server) => _server = server;

    public IRefreshTokenService Make(IRefreshTokenStore s, IProfileService p, ISystemClock c, ILogger<DefaultRefreshTokenService> l) =>
        new DefaultRefreshTokenService(clock: c, profile: p, refreshTokenStore: s, logger: l);
}
