using System.ComponentModel.DataAnnotations;
using Duende.IdentityServer.Events;
using Duende.IdentityServer.Services;
using HarbourShop.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HarbourShop.Identity.Pages.Account;

[AllowAnonymous]
[BindProperties]
public class LoginModel : PageModel
{
    private readonly SignInManager<ShopUser> _signIn;
    private readonly IIdentityServerInteractionService _interaction;
    private readonly IEventService _events;

    public LoginModel(SignInManager<ShopUser> signIn, IIdentityServerInteractionService interaction, IEventService events)
    {
        _signIn = signIn;
        _interaction = interaction;
        _events = events;
    }

    [Required]
    public string Username { get; set; }

    [Required]
    public string Password { get; set; }

    public string ReturnUrl { get; set; }

    public void OnGet(string returnUrl) => ReturnUrl = returnUrl;

    public async Task<IActionResult> OnPostAsync()
    {
        var context = await _interaction.GetAuthorizationContextAsync(ReturnUrl);

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await _signIn.PasswordSignInAsync(Username, Password, isPersistent: false, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            await _events.RaiseAsync(new UserLoginFailureEvent(Username, "invalid credentials", clientId: context?.Client.ClientId));
            ModelState.AddModelError(string.Empty, "Name or password is wrong.");
            return Page();
        }

        if (context != null || Url.IsLocalUrl(ReturnUrl))
        {
            return Redirect(ReturnUrl);
        }

        return Redirect("~/");
    }
}
