using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Login;

public class Lenient : DefaultRefreshTokenService
{
    /// <param name="clock">The clock.</param>
    /// <param name="logger">The logger.</param>
    public Lenient(
        IRefreshTokenStore store,
        IProfileService profile,
        ISystemClock clock,
        IOptions<RefreshGrace> options, // ours
        ILogger<Lenient> logger)
        : base(store, profile, clock, logger)
    {
    }
}

public class RefreshGrace { }
