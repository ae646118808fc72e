using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;
using Duende.IdentityServer.Stores;
using Marker = Duende.IdentityServer.Stores.IServerSideSessionsMarker;

namespace Login;

public class Aliased : TokenCleanupService
{
    public Aliased(OperationalStoreOptions options, IPersistedGrantDbContext context, ILogger<TokenCleanupService> logger, IServerSideSessionsMarker marker)
        : base(options, context, logger, serverSideSessionsMarker: marker) { }
}
