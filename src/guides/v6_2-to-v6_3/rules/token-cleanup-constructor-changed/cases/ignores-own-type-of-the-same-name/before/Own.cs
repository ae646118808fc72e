using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.Stores;
using Sweep = Login.TokenCleanupService;

namespace Login;

public class TokenCleanupService
{
    public TokenCleanupService(int a, int b, int c, IServerSideSessionsMarker marker, int d) { }
}

public class Derived : TokenCleanupService
{
    public Derived(IServerSideSessionsMarker marker) : base(1, 2, 3, marker, 4) { }

    public static Sweep Make(IServerSideSessionsMarker marker) => new(1, 2, 3, marker, 4);
}
