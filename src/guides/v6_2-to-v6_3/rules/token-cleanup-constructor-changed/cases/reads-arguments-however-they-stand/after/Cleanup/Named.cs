using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;
using Duende.IdentityServer.Stores;

namespace Acme.Cleanup;

public class NamedOutOfOrder : TokenCleanupService
{
    public NamedOutOfOrder(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<NamedOutOfOrder> mine, ILogger<TokenCleanupService> log, IOperationalStoreNotification n = null)
        : base(
            operationalStoreNotification: n,
            logger: log // the base's own category
             /* may be null */,
            persistedGrantDbContext: db,
            options: o)
    {
    }
}

public class MarkerLastNamed : TokenCleanupService
{
    public MarkerLastNamed(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log)
        : base(o, db, log) { }
}

public class Side : TokenCleanupService
{
    private static int _calls;
    public Side(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log, IServiceProvider sp)
        : base(o, db, log, sp.GetService<IOperationalStoreNotification>()) { }

    private static IServerSideSessionsMarker Find(IServiceProvider sp)
    {
        _calls++;
        return sp.GetService<IServerSideSessionsMarker>();
    }
}

public class Inline : TokenCleanupService
{
    public Inline(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log, IServiceProvider sp)
        : base(o, db, log, null) { }
}

public class Primary(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log, IOperationalStoreNotification n)
    : TokenCleanupService(o, db, log, n);

public class PrimaryUses(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log, IServerSideSessionsMarker marker, IOperationalStoreNotification n)
    : TokenCleanupService(o, db, log, n)
{
    public bool HasSessions => marker != null;
}

public class PrimaryField(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log, IServerSideSessionsMarker marker, IOperationalStoreNotification n)
    : TokenCleanupService(o, db, log, n)
{
    private readonly IServerSideSessionsMarker marker = marker;
    public bool Has => this.marker is not null;
}

public class Chain : TokenCleanupService
{
    public Chain(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log)
        : this(o, db, log, null) { }

    protected Chain(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log, IOperationalStoreNotification n)
        : base(o, db, log, n) { }
}

public class ChainUses : Chain
{
    public bool On { get; }
    public ChainUses(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log, IServerSideSessionsMarker m)
        : base(o, db, log) => On = m is not null;
}

public class NameofUse : TokenCleanupService
{
    public NameofUse(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log, IServerSideSessionsMarker marker)
        : base(o, db, log)
    {
        if (o is null) throw new ArgumentNullException(nameof(marker));
    }
}

public class LambdaShadow : TokenCleanupService
{
    public Func<int, int> F;
    public LambdaShadow(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log, IServerSideSessionsMarker marker)
        : base(o, db, log)
    {
        F = static (int marker) => marker + 1;
        var s = new { marker = 3 };
        Console.WriteLine(s.marker);
    }
}

public class Coalesce : TokenCleanupService
{
    public Coalesce(OperationalStoreOptions o, IPersistedGrantDbContext db, ILogger<TokenCleanupService> log, IServerSideSessionsMarker marker)
        : base(o, db, log, null) { }
}
