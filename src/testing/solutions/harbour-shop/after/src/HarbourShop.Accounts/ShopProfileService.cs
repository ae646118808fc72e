using System.Security.Claims;
using Duende.IdentityServer.AspNetIdentity;
using Duende.IdentityServer.Models;
using Microsoft.AspNetCore.Identity;

namespace HarbourShop.Accounts;

/// <summary>Adds the customer number, which the order API needs.</summary>
public class ShopProfileService : ProfileService<ShopUser>
{
    public ShopProfileService(UserManager<ShopUser> users, IUserClaimsPrincipalFactory<ShopUser> claims)
        : base(users, claims)
    {
    }

    protected override async Task GetProfileDataAsync(ProfileDataRequestContext context, ShopUser user)
    {
        await base.GetProfileDataAsync(context, user);
        if (user.CustomerNumber is { } number)
        {
            context.IssuedClaims.Add(new Claim("customer_number", number));
        }
    }
}
