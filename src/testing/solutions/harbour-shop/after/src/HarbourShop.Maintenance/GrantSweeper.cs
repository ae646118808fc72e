using Duende.IdentityServer.EntityFramework;

namespace HarbourShop.Maintenance;

public class GrantSweeper
{
    private readonly ITokenCleanupService _cleanup;
    private readonly ILogger<GrantSweeper> _logger;

    public GrantSweeper(ITokenCleanupService cleanup, ILogger<GrantSweeper> logger)
    {
        _cleanup = cleanup;
        _logger = logger;
    }

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await _cleanup.CleanupGrantsAsync(cancellationToken);
        _logger.LogInformation("Swept");
    }
}
