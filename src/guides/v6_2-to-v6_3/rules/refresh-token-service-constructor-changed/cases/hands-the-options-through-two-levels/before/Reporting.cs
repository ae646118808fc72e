using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Login;

public sealed class Reporting : Lenient
{
    public Reporting(IRefreshTokenStore store, IProfileService profile, ISystemClock clock,
        IOptions<RefreshGrace> options, ILogger<Lenient> logger)
        : base(store, profile, clock, options: options, logger: logger) { }

    public static Lenient Make(IServiceProvider sp) => new(
        sp.GetRequiredService<IRefreshTokenStore>(),
        sp.GetRequiredService<IProfileService>(),
        sp.GetRequiredService<ISystemClock>(),
        sp.GetRequiredService<IOptions<RefreshGrace>>(),
        sp.GetRequiredService<ILogger<Lenient>>());
}
