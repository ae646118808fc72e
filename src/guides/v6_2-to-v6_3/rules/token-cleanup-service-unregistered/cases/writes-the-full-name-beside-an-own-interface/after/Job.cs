using Duende.IdentityServer.EntityFramework;

namespace Login;

public interface ITokenCleanupService { Task RunAsync(); }

public class Job
{
    private readonly Duende.IdentityServer.EntityFramework.ITokenCleanupService _inner;
    public Job(Duende.IdentityServer.EntityFramework.ITokenCleanupService inner) => _inner = inner;
    public Task Run() => _inner.CleanupGrantsAsync();
}
