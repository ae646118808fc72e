using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;

namespace Login;

public class Audited : TokenCleanupService
{
    public Audited(OperationalStoreOptions options, IPersistedGrantDbContext context, ILogger<Audited> logger, IOperationalStoreNotification notification)
        : base(options, context, logger, operationalStoreNotification: notification) { }
}
