using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;

namespace Login;

public class First : TokenCleanupService
{
    public First(OperationalStoreOptions options, IPersistedGrantDbContext context, ILogger<TokenCleanupService> logger)
        : base(options, context, logger) { }
}

/// <summary>The second.</summary>
/// <param name="options">The options.</param>
public class Second(OperationalStoreOptions options, IPersistedGrantDbContext context, ILogger<TokenCleanupService> logger, IOperationalStoreNotification notification)
    : TokenCleanupService(options, context, logger, notification);
