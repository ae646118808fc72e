using Duende.IdentityServer.EntityFramework;

namespace Login;

public class Nightly
{
    public Nightly(TokenCleanupService cleanup) { }
}
