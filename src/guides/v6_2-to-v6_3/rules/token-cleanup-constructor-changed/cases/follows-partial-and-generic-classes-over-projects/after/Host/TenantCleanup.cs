using Acme.Shared;
using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;
namespace Acme.Host;
public sealed class TenantCleanup : CleanupBase<string>
{
    public TenantCleanup(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log)
        : base("acme", o, db, log) { }
}
public class Runner
{
    private readonly TenantCleanup _c;
    public Runner(TenantCleanup c) => _c = c;
    public async Task Go(CancellationToken ct)
    {
        await _c.RemoveExpiredGrantsAsync(ct);
        await _c.PurgeAsync();
    }
}
public static class Setup
{
    public static void Add(IServiceCollection services)
    {
        services.AddIdentityServer().AddOperationalStore();
        services.AddTransient<TokenCleanupService, TenantCleanup>();
    }
}
