using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace HarbourShop.Accounts;

/// <summary>The tables belong to the accounts team; there are no migrations here on purpose.</summary>
public class AccountsDbContext : IdentityDbContext<ShopUser>
{
    public AccountsDbContext(DbContextOptions<AccountsDbContext> options) : base(options)
    {
    }
}
