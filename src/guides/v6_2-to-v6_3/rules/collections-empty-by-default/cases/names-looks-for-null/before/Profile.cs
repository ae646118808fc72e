using Duende.IdentityServer.Models;

namespace Login;

public class Profile
{
    public object Get(ProfileDataRequestContext context, AuthorizationRequest request) =>
        context.RequestedClaimTypes == null ? "all" : request.AcrValues ?? new[] { "none" };

    public bool Has(ProfileDataRequestContext context) => context.RequestedClaimTypes is not null;
}
