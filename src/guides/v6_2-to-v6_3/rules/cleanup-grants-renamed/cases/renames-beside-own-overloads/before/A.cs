using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;
using static Acme.Ext;
namespace Acme;
public interface ICleaner { Task RemoveExpiredGrantsAsync(CancellationToken ct = default); }
public class A1 : TokenCleanupService, ICleaner
{
    public A1(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> l) : base(o, db, l) { }
}
public class A2 : TokenCleanupService
{
    public A2(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> l) : base(o, db, l) { }
    public new Task RemoveExpiredGrantsAsync(CancellationToken ct = default) => base.RemoveExpiredGrantsAsync(ct);
}
public class A3 : TokenCleanupService
{
    public A3(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> l) : base(o, db, l) { }
    public Task RemoveExpiredGrantsAsync(string tenant) => Task.CompletedTask;
    public Task Go() => RemoveExpiredGrantsAsync();
    public Task Go2() => RemoveExpiredGrantsAsync("x");
}
public class A4 : TokenCleanupService
{
    public A4(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> l) : base(o, db, l) { }
    private Task RemoveExpiredGrantsAsync() => Task.CompletedTask;
    public Task Go() => RemoveExpiredGrantsAsync();
    public class Inner { public Task Go(A4 a) => a.RemoveExpiredGrantsAsync(); }
}
public static class Ext
{
    public static Task RemoveExpiredGrantsAsync(this TokenCleanupService s, int batch) => s.RemoveExpiredGrantsAsync();
    public static Task RemoveExpiredGrantsAsync(int x) => Task.CompletedTask;
}
public class Callers
{
    public Task A(A2 a) => a.RemoveExpiredGrantsAsync();
    public Task B(A3 a) => a.RemoveExpiredGrantsAsync();
    public Task C(A3 a) => a.RemoveExpiredGrantsAsync("t");
    public Task D(A4 a) => a.RemoveExpiredGrantsAsync();
    public Task E(ICleaner a) => a.RemoveExpiredGrantsAsync();
    public Task F(TokenCleanupService a) => a.RemoveExpiredGrantsAsync(5);
    public Task G() => RemoveExpiredGrantsAsync(5);
    public Task H(A1 a) => a.RemoveExpiredGrantsAsync(default);
}
