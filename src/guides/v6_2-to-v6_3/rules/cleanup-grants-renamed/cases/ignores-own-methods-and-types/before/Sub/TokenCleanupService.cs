using Duende.IdentityServer.EntityFramework;

namespace Login.Sub;

public class TokenCleanupService
{
    public Task RemoveExpiredGrantsAsync() => Task.CompletedTask;
}

public class Job
{
    private readonly TokenCleanupService _own = new();
    public Task Run(TokenCleanupService given) => Task.WhenAll(_own.RemoveExpiredGrantsAsync(), given.RemoveExpiredGrantsAsync());
}
