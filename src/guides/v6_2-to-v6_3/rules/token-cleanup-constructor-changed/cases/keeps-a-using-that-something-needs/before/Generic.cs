using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;
using Duende.IdentityServer.Stores;

namespace Login;

public class Generic : TokenCleanupService
{
    public Generic(OperationalStoreOptions options, IPersistedGrantDbContext context, ILogger<TokenCleanupService> logger, IServerSideSessionsMarker marker)
        : base(options, context, logger, serverSideSessionsMarker: marker) { }

    public static Type Store => typeof(DefaultGrantStore<>);
}
