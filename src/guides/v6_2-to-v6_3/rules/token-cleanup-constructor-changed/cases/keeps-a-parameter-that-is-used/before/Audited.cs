using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;
using Duende.IdentityServer.Stores;

namespace Login;

public class Audited : TokenCleanupService
{
    private readonly bool _hasSessions;

    public Audited(OperationalStoreOptions options, IPersistedGrantDbContext context, ILogger<Audited> logger, IServerSideSessionsMarker marker, IOperationalStoreNotification notification)
        : base(options, context, logger, serverSideSessionsMarker: marker, operationalStoreNotification: notification)
        => _hasSessions = marker is not null;
}
