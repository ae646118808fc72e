using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;
using Duende.IdentityServer.Stores;

namespace Login;

public class Audited(OperationalStoreOptions options, IPersistedGrantDbContext context, ILogger<Audited> logger)
    : TokenCleanupService(options, context, logger);

public static class Jobs
{
    public static TokenCleanupService Make(OperationalStoreOptions o, IPersistedGrantDbContext c, ILogger<TokenCleanupService> l, IServerSideSessionsMarker m) =>
        new TokenCleanupService(o, c, l);
}
