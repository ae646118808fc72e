using Duende.IdentityServer.EntityFramework;

namespace Sweeper;

public class Sweep : BackgroundService
{
    private readonly ITokenCleanupService _cleanup;

    public Sweep(ITokenCleanupService cleanup) => _cleanup = cleanup;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => _cleanup.CleanupGrantsAsync(stoppingToken);
}
