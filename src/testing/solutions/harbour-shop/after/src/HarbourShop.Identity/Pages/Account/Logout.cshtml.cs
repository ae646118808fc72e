using Duende.IdentityServer.Services;
using HarbourShop.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HarbourShop.Identity.Pages.Account;

[AllowAnonymous]
public class LogoutModel : PageModel
{
    private readonly SignInManager<ShopUser> _signIn;
    private readonly IIdentityServerInteractionService _interaction;

    public LogoutModel(SignInManager<ShopUser> signIn, IIdentityServerInteractionService interaction)
    {
        _signIn = signIn;
        _interaction = interaction;
    }

    public async Task<IActionResult> OnGetAsync(string logoutId)
    {
        await _signIn.SignOutAsync();
        var logout = await _interaction.GetLogoutContextAsync(logoutId);
        return logout?.PostLogoutRedirectUri is { } uri ? Redirect(uri) : Page();
    }
}
