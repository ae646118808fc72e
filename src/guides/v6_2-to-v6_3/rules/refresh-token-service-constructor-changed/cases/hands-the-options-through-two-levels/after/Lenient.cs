using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;
using Duende.IdentityServer.Stores.Serialization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Login;

public class Lenient : DefaultRefreshTokenService
{
    /// <param name="clock">The clock.</param>
    /// <param name="persistentGrantOptions">The persistent grant options.</param>
    /// <param name="logger">The logger.</param>
    public Lenient(
        IRefreshTokenStore store,
        IProfileService profile,
        ISystemClock clock,
        IOptions<RefreshGrace> options, // ours
        PersistentGrantOptions persistentGrantOptions,
        ILogger<Lenient> logger)
        : base(store, profile, clock, persistentGrantOptions, logger)
    {
    }
}

public class RefreshGrace { }
