using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;
using HarbourShop.Identity.Configuration;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HarbourShop.Identity.Grants;

/// <summary>
/// Writes a line per expired grant to the archive before the stock clean-up deletes it. The auditors ask for it every March.
/// </summary>
public class ArchivingTokenCleanupService : TokenCleanupService
{
    private readonly IPersistedGrantDbContext _grants;
    private readonly GrantArchiveOptions _archive;
    private readonly ILogger<TokenCleanupService> _logger;

    public ArchivingTokenCleanupService(
        OperationalStoreOptions options,
        IPersistedGrantDbContext persistedGrantDbContext,
        ILogger<TokenCleanupService> logger,
        IOptions<GrantArchiveOptions> archive,
        IOperationalStoreNotification notification = null)
        : base(options, persistedGrantDbContext, logger, notification)
    {
        _grants = persistedGrantDbContext;
        _archive = archive.Value;
        _logger = logger;
    }

    protected override async Task RemoveGrantsAsync(CancellationToken cancellationToken = default)
    {
        var expired = await _grants.PersistedGrants
            .Where(grant => grant.Expiration < DateTime.UtcNow)
            .OrderBy(grant => grant.Expiration)
            .Take(_archive.MaxPerSweep)
            .Select(grant => new { grant.ClientId, grant.SubjectId, grant.Type, grant.Expiration })
            .ToListAsync(cancellationToken);

        if (expired.Count > 0)
        {
            var lines = expired.Select(g => $"{g.Expiration:O};{g.ClientId};{g.SubjectId};{g.Type}");
            await File.AppendAllLinesAsync(_archive.File, lines, cancellationToken);
            _logger.LogInformation("{Count} expired grants archived", expired.Count);
        }

        await base.RemoveGrantsAsync(cancellationToken);
    }
}
