using Duende.IdentityServer.EntityFramework;

namespace Login;

public class TokenCleanupService { public Task RemoveExpiredGrantsAsync() => Task.CompletedTask; }

public class Job
{
    private readonly TokenCleanupService _own;
    public Job(TokenCleanupService own) => _own = own;
    public Task Run() => _own.RemoveExpiredGrantsAsync();
}
