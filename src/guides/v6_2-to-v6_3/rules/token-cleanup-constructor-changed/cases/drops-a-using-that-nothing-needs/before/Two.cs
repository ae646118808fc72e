using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;
using Duende.IdentityServer.Stores;

namespace Login;

public class First : TokenCleanupService
{
    public First(OperationalStoreOptions options, IPersistedGrantDbContext context, ILogger<TokenCleanupService> logger, IServerSideSessionsMarker marker)
        : base(options, context, logger, serverSideSessionsMarker: marker) { }
}

/// <summary>The second.</summary>
/// <param name="options">The options.</param>
/// <param name="marker">The <see cref="IServerSideSessionsMarker"/>.</param>
public class Second(OperationalStoreOptions options, IPersistedGrantDbContext context, ILogger<TokenCleanupService> logger, IServerSideSessionsMarker marker, IOperationalStoreNotification notification)
    : TokenCleanupService(options, context, logger, marker, notification);
