using Duende.IdentityServer.EntityFramework;
using HarbourShop.Identity.Configuration;
using Microsoft.Extensions.Options;

namespace HarbourShop.Identity.Grants;

/// <summary>Runs the clean-up once a night, at the hour from the settings.</summary>
public class NightlyGrantSweep : BackgroundService
{
	private readonly IServiceProvider _services;
	private readonly GrantArchiveOptions _archive;
	private readonly ILogger<NightlyGrantSweep> _logger;

	public NightlyGrantSweep(IServiceProvider services, IOptions<GrantArchiveOptions> archive, ILogger<NightlyGrantSweep> logger)
	{
		_services = services;
		_archive = archive.Value;
		_logger = logger;
	}

	protected override async Task ExecuteAsync(CancellationToken stoppingToken)
	{
		while (!stoppingToken.IsCancellationRequested)
		{
			await Task.Delay(UntilNext(DateTime.Now), stoppingToken);

			using var scope = _services.CreateScope();
			var cleanup = scope.ServiceProvider.GetRequiredService<TokenCleanupService>();

			// RemoveExpiredGrantsAsync swallows its own errors
			await cleanup.CleanupGrantsAsync(stoppingToken);
			_logger.LogInformation("Nightly sweep done");
		}
	}

	private TimeSpan UntilNext(DateTime now)
	{
		var next = now.Date.AddHours(_archive.Hour);
		return next > now ? next - now : next.AddDays(1) - now;
	}
}
