using Duende.IdentityServer.Models;

namespace Login;

public static class Errors
{
    public static int Few(AuthorizationError e) => e switch { AuthorizationError.AccessDenied => 1, AuthorizationError.LoginRequired => 2 };
    public static int Null(AuthorizationError? e) => e switch { null => 9, AuthorizationError.AccessDenied => 0, AuthorizationError.InteractionRequired => 1, AuthorizationError.LoginRequired => 2, AuthorizationError.AccountSelectionRequired => 3, AuthorizationError.ConsentRequired => 4, AuthorizationError.TemporarilyUnavailable => 5 };
    public static int Pair(AuthorizationError e, bool x) => (e, x) switch { (AuthorizationError.AccessDenied, true) => 1 };
}
