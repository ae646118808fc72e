using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;
using Duende.IdentityServer.Stores.Serialization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Login;

public sealed class Reporting : Lenient
{
    public Reporting(IRefreshTokenStore store, IProfileService profile, ISystemClock clock,
        IOptions<RefreshGrace> options, PersistentGrantOptions persistentGrantOptions, ILogger<Lenient> logger)
        : base(store, profile, clock, options: options, persistentGrantOptions: persistentGrantOptions, logger: logger) { }

    public static Lenient Make(IServiceProvider sp) => new(
        sp.GetRequiredService<IRefreshTokenStore>(),
        sp.GetRequiredService<IProfileService>(),
        sp.GetRequiredService<ISystemClock>(),
        sp.GetRequiredService<IOptions<RefreshGrace>>(),
        sp.GetRequiredService<PersistentGrantOptions>(),
        sp.GetRequiredService<ILogger<Lenient>>());
}
