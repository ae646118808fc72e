using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;
namespace Acme.Shared;
partial class CleanupBase<TTenant>
{
    protected CleanupBase(TTenant tenant, OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log)
        : base(o, db, log, null)
    {
        Tenant = tenant;
    }

    public Task PurgeAsync() => RemoveExpiredGrantsAsync();
}
