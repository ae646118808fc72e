using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;
using Duende.IdentityServer.Stores;

namespace Login;

public class Jobs
{
    public object[] Make(OperationalStoreOptions o, IPersistedGrantDbContext c, ILogger<TokenCleanupService> l, IServerSideSessionsMarker m, IOperationalStoreNotification n) =>
        new object[] { new TokenCleanupService(o, c, l, n), new TokenCleanupService(o, c, l, n) };
}
