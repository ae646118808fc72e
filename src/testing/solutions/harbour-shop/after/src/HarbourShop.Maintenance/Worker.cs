namespace HarbourShop.Maintenance;

public class Worker : BackgroundService
{
    private readonly IServiceScopeFactory _scopes;
    private readonly IHostApplicationLifetime _lifetime;

    public Worker(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime)
    {
        _scopes = scopes;
        _lifetime = lifetime;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using (var scope = _scopes.CreateScope())
        {
            await scope.ServiceProvider.GetRequiredService<GrantSweeper>().SweepAsync(stoppingToken);
        }

        _lifetime.StopApplication();
    }
}
