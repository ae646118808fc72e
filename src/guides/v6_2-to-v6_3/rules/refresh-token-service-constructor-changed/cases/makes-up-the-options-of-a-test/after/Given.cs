using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;
using Duende.IdentityServer.Stores.Serialization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Login;

internal static class Given
{
    public static DefaultRefreshTokenService Stock(IRefreshTokenStore store, IProfileService profile, ISystemClock clock) =>
        new(store, profile, clock, new PersistentGrantOptions(), null);
}
