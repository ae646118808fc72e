using Duende.IdentityServer.EntityFramework;
namespace Acme;
public class Job
{
    private readonly TokenCleanupService _c;
    public Job(TokenCleanupService c) => _c = c;
#if NET8_0_OR_GREATER
    public Task Run() => _c.CleanupGrantsAsync();
#else
    public Task Run() => _c.RemoveExpiredGrantsAsync();
#endif
}
