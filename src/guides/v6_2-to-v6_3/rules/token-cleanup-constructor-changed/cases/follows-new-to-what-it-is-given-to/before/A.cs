using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;
using Duende.IdentityServer.Stores;

namespace Acme;

public class DefaultOfType : TokenCleanupService
{
    public DefaultOfType(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log)
        : base(o, db, log, default(IServerSideSessionsMarker)) { }
}
public class NullParen : TokenCleanupService
{
    public NullParen(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log)
        : base(o, db, log, (null)) { }
}
public class NullBang : TokenCleanupService
{
    public NullBang(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log)
        : base(o, db, log, null!) { }
}
public class DefaultThen : TokenCleanupService
{
    public DefaultThen(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log, IOperationalStoreNotification n)
        : base(o, db, log, default, n) { }
}
public class NamedNull : TokenCleanupService
{
    public NamedNull(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log, IOperationalStoreNotification n)
        : base(o, db, log, serverSideSessionsMarker: null, operationalStoreNotification: n) { }
}
public class Both : IServerSideSessionsMarker, IOperationalStoreNotification { }
public class UsesBoth : TokenCleanupService
{
    public UsesBoth(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log, Both both)
        : base(o, db, log, both, both) { }
}
public class UsesBothOnce : TokenCleanupService
{
    public UsesBothOnce(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log, Both both)
        : base(o, db, log, both) { }
}
public static class Make
{
    private const IServerSideSessionsMarker None = null;
    public static TokenCleanupService A(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log) => new(o, db, log, None);
    public static TokenCleanupService B(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log, bool x) => new TokenCleanupService(o, db, log, x ? null : default(IServerSideSessionsMarker), null);
    public static TokenCleanupService[] C(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log, IServerSideSessionsMarker m) => new TokenCleanupService[] { new(o, db, log, m), new(o, db, log), new(o, db, log, null) };
    public static List<TokenCleanupService> D(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log, IServerSideSessionsMarker m) => new() { new(o, db, log, m, null) };
    public static void E(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log, IServerSideSessionsMarker m) => Run(new(o, db, log, m));
    private static void Run(TokenCleanupService s) { }
    public static TokenCleanupService F(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log, IServerSideSessionsMarker m) { return new(o, db, log, m); }
    public static TokenCleanupService G(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log, IServerSideSessionsMarker m, TokenCleanupService t) => t ?? new(o, db, log, serverSideSessionsMarker: m);
}
