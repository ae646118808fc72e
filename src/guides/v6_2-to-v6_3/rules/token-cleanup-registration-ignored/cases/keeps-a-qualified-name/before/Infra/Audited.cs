using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;
namespace Acme.Infra;
public class Audited : TokenCleanupService
{
    public Audited(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log) : base(o, db, log) { }
}
