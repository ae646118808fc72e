using Duende.IdentityServer.Models;

namespace Login;

public class Mine { public string[]? AcrValues { get; set; } }

public class Profile
{
    // context.RequestedClaimTypes == null
    public object Get(ProfileDataRequestContext context, Mine mine, Unknown other) =>
        context.RequestedClaimTypes.Any() || mine.AcrValues == null || other.AcrValues == null;
#if NEVER
    public bool Has(ProfileDataRequestContext context) => context.RequestedClaimTypes is not null;
#endif
}
