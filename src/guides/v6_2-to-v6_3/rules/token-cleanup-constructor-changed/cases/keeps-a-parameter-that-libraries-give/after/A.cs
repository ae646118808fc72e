using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;
using Duende.IdentityServer.Stores;
using Moq;
namespace Acme;
public class ByName : TokenCleanupService
{
    public ByName(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log, [System.Diagnostics.CodeAnalysis.AllowNull] IServerSideSessionsMarker marker, IOperationalStoreNotification n = null)
        : base(o, db, log, n) { }
}
public static class Makes
{
    public static ByName A(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> l, IServerSideSessionsMarker m) => new ByName(marker: m, o: o, db: db, log: l);
    public static ByName B(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> l, IServerSideSessionsMarker m) => new(o, db, l, m, null);
    public static ByName C(IServiceProvider sp, IServerSideSessionsMarker m) => ActivatorUtilities.CreateInstance<ByName>(sp, m);
    public static object D(IServerSideSessionsMarker m) => Activator.CreateInstance(typeof(ByName), null, null, null, m, null);
    public static ByName E(IServerSideSessionsMarker m) => new Mock<ByName>(null, null, null, m, null).Object;
    public static ByName[] F(IServerSideSessionsMarker m) => new ByName[] { new(null, null, null, m) };
}
public class Alike : TokenCleanupService
{
    public Alike(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log) : base(o, db, log) { }
    public Alike(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log, IServerSideSessionsMarker marker) : base(o, db, log) { }
}
public class Mid<T> : TokenCleanupService
{
    public Mid(T t, OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log) : base(o, db, log, operationalStoreNotification: null) { }
}
public class Leaf : Mid<int>
{
    public Leaf(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log)
        : base(3, o, db, log) { }
}
public class Leaf2(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log) : Mid<string>(t: "x", o: o, db: db, log: log);
public class Body : TokenCleanupService
{
    private readonly bool _s;
    public Body(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log, IServerSideSessionsMarker marker)
        : base(o, db, log)
    {
        _s = Has();
        bool Has() => marker is { };
    }
}
public class Params : TokenCleanupService
{
    public Params(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log, params IServerSideSessionsMarker[] markers)
        : base(o, db, log) { }
}
public class Oneline : TokenCleanupService { public Oneline(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> l) : base(o, db, l) { _ = RemoveExpiredGrantsAsync(); } }
