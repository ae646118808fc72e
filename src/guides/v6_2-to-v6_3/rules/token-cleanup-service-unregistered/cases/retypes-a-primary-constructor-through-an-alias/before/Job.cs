using Cleanup = Duende.IdentityServer.EntityFramework.TokenCleanupService;

namespace Login;

public class Job(Cleanup cleanup)
{
    public Task Run() => cleanup.RemoveExpiredGrantsAsync();
}
