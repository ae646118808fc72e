using Duende.IdentityServer.Models;

namespace Login;

public static class Errors
{
    public static string Code(AuthorizationError error) => error switch
    {
        AuthorizationError.AccessDenied => "access_denied",
        AuthorizationError.InteractionRequired => "interaction_required",
        AuthorizationError.LoginRequired => "login_required",
        AuthorizationError.AccountSelectionRequired => "account_selection_required",
        AuthorizationError.ConsentRequired => "consent_required",
        AuthorizationError.TemporarilyUnavailable => "temporarily_unavailable", // by the protocol
        AuthorizationError.UnmetAuthenticationRequirements => "unmet_authentication_requirements",
    };

    public static int Rank(AuthorizationError error, bool late) => error switch { AuthorizationError.AccessDenied or AuthorizationError.ConsentRequired => 1, (AuthorizationError.LoginRequired or AuthorizationError.InteractionRequired) => 2, AuthorizationError.AccountSelectionRequired => 3, AuthorizationError.TemporarilyUnavailable when late => 4, AuthorizationError.UnmetAuthenticationRequirements => throw new System.ArgumentOutOfRangeException(nameof(error)) };
}
