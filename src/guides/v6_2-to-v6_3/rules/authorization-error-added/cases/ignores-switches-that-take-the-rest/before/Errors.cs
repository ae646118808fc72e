using Duende.IdentityServer.Models;
using Mine = Own.AuthorizationError;

namespace Login
{
    public static class Errors
    {
        public static int Discard(AuthorizationError e) => e switch { AuthorizationError.AccessDenied => 0, AuthorizationError.InteractionRequired => 1, AuthorizationError.LoginRequired => 2, AuthorizationError.AccountSelectionRequired => 3, AuthorizationError.ConsentRequired => 4, AuthorizationError.TemporarilyUnavailable => 5, _ => 9 };
        public static int Variable(AuthorizationError e) => e switch { AuthorizationError.AccessDenied => 0, AuthorizationError.InteractionRequired => 1, AuthorizationError.LoginRequired => 2, AuthorizationError.AccountSelectionRequired => 3, AuthorizationError.ConsentRequired => 4, AuthorizationError.TemporarilyUnavailable => 5, var other => (int)other };
        public static int Guarded(AuthorizationError e, bool x) => e switch { AuthorizationError.AccessDenied => 0, AuthorizationError.InteractionRequired => 1, AuthorizationError.LoginRequired => 2, AuthorizationError.AccountSelectionRequired => 3, AuthorizationError.ConsentRequired => 4, AuthorizationError.TemporarilyUnavailable => 5, _ when x => 8, _ => 9 };
        public static int Late(AuthorizationError e, bool x) => e switch { AuthorizationError.AccessDenied => 0, AuthorizationError.InteractionRequired => 1, AuthorizationError.LoginRequired => 2, AuthorizationError.AccountSelectionRequired => 3, AuthorizationError.ConsentRequired => 4, AuthorizationError.TemporarilyUnavailable => 5, _ when x => 8 };
        public static int Negated(AuthorizationError e) => e switch { AuthorizationError.AccessDenied => 0, AuthorizationError.InteractionRequired => 1, AuthorizationError.LoginRequired => 2, AuthorizationError.AccountSelectionRequired => 3, AuthorizationError.ConsentRequired => 4, AuthorizationError.TemporarilyUnavailable => 5, not AuthorizationError.AccessDenied => 7 };
        public static int Own(Mine e) => e switch { Mine.AccessDenied => 0, Mine.InteractionRequired => 1, Mine.LoginRequired => 2, Mine.AccountSelectionRequired => 3, Mine.ConsentRequired => 4, Mine.TemporarilyUnavailable => 5 };
        public static int Statement(AuthorizationError e) { switch (e) { case AuthorizationError.AccessDenied: return 1; default: return 2; } }
        // e switch { AuthorizationError.AccessDenied => 1 }
    }
}

namespace Own
{
    public enum AuthorizationError { AccessDenied, InteractionRequired, LoginRequired, AccountSelectionRequired, ConsentRequired, TemporarilyUnavailable }
}
