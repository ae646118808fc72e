using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;
using Duende.IdentityServer.Stores;

namespace Login;

public class Listed : TokenCleanupService
{
    public Listed(OperationalStoreOptions options, IPersistedGrantDbContext context, ILogger<TokenCleanupService> logger, IServerSideSessionsMarker marker)
        : base(options, context, logger, serverSideSessionsMarker: marker) { }

    public static IReadOnlyCollection<SessionQuery> Queries { get; } = [];
}
