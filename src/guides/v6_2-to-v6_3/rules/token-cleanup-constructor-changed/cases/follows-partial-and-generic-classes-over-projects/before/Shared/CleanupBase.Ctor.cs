using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;
using Duende.IdentityServer.Stores;
namespace Acme.Shared;
partial class CleanupBase<TTenant>
{
    /// <param name="marker">Tells whether sessions are removed.</param>
    protected CleanupBase(TTenant tenant, OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log, IServerSideSessionsMarker marker)
        : base(o, db, log, marker, null)
    {
        Tenant = tenant;
    }

    public Task PurgeAsync() => RemoveExpiredGrantsAsync();
}
