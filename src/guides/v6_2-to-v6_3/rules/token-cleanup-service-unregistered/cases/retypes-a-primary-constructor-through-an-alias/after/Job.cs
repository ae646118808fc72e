using Cleanup = Duende.IdentityServer.EntityFramework.TokenCleanupService;
using Duende.IdentityServer.EntityFramework;

namespace Login;

public class Job(ITokenCleanupService cleanup)
{
    public Task Run() => cleanup.CleanupGrantsAsync();
}
