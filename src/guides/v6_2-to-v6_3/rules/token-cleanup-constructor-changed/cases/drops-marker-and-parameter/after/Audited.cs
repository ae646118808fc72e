using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;

namespace Login;

public class Audited : TokenCleanupService
{
    /// <summary>Made by the container.</summary>
    /// <param name="options">The options.</param>
    public Audited(
        OperationalStoreOptions options,
        IPersistedGrantDbContext context,
        ILogger<TokenCleanupService> logger,
        IOperationalStoreNotification notification = null)
        : base(options, context, logger, notification)
    {
    }
}

// One more level: hands the marker on.
public class Timed : Audited
{
    public Timed(OperationalStoreOptions options, IPersistedGrantDbContext context, ILogger<TokenCleanupService> logger)
        : base(options, context, logger) { }
}
