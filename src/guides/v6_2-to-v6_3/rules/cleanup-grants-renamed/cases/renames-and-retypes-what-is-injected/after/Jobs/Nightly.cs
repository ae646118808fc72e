using Duende.IdentityServer.EntityFramework;

namespace Login.Jobs;

public class Nightly : BackgroundService
{
    private readonly ITokenCleanupService _cleanup;
    private readonly ILogger<Nightly> _logger;

    public Nightly(ITokenCleanupService cleanup, ILogger<Nightly> logger)
    {
        _cleanup = cleanup ?? throw new ArgumentNullException(nameof(cleanup));
        _logger = logger;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await _cleanup.CleanupGrantsAsync(stoppingToken);
            _logger.LogInformation("done");
            await Task.Delay(TimeSpan.FromHours(1), stoppingToken);
        }
    }
}
