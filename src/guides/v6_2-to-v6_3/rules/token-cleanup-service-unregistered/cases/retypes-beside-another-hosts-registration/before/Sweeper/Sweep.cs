using Duende.IdentityServer.EntityFramework;

namespace Sweeper;

public class Sweep : BackgroundService
{
    private readonly TokenCleanupService _cleanup;

    public Sweep(TokenCleanupService cleanup) => _cleanup = cleanup;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => _cleanup.RemoveExpiredGrantsAsync(stoppingToken);
}
