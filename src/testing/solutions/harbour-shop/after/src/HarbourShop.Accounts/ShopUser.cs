using Microsoft.AspNetCore.Identity;

namespace HarbourShop.Accounts;

public class ShopUser : IdentityUser
{
    public string? DisplayName { get; set; }

    public string? CustomerNumber { get; set; }
}
