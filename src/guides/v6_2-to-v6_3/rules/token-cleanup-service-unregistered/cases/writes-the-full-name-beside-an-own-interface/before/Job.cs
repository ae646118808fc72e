using Duende.IdentityServer.EntityFramework;

namespace Login;

public interface ITokenCleanupService { Task RunAsync(); }

public class Job
{
    private readonly TokenCleanupService _inner;
    public Job(TokenCleanupService inner) => _inner = inner;
    public Task Run() => _inner.RemoveExpiredGrantsAsync();
}
