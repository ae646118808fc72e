using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;
using Duende.IdentityServer.Stores;

namespace Login;

public class Audited : TokenCleanupService
{
    public Audited(OperationalStoreOptions options, IPersistedGrantDbContext context, ILogger<Audited> logger)
        : base(options, context, logger) { }

    // Without the marker it would be the one above.
    public Audited(OperationalStoreOptions options, IPersistedGrantDbContext context, ILogger<Audited> logger, IServerSideSessionsMarker marker)
        : base(options, context, logger, marker) { }
}
