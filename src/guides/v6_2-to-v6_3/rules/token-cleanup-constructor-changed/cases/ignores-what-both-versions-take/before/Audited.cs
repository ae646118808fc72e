using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;
using Duende.IdentityServer.Stores;

namespace Login;

public class Short : TokenCleanupService
{
    public Short(OperationalStoreOptions o, IPersistedGrantDbContext c, ILogger<Short> l) : base(o, c, l) { }
}

public class Empty : TokenCleanupService
{
    public Empty(OperationalStoreOptions o, IPersistedGrantDbContext c, ILogger<Empty> l) : base(o, c, l, null) { }
}

public class Named : TokenCleanupService
{
    public Named(OperationalStoreOptions o, IPersistedGrantDbContext c, ILogger<Named> l, IOperationalStoreNotification n)
        : base(o, c, l, operationalStoreNotification: n) { }
}

#if NEVER
public class Dead : TokenCleanupService
{
    public Dead(OperationalStoreOptions o, IPersistedGrantDbContext c, ILogger<Dead> l, IServerSideSessionsMarker m) : base(o, c, l, m) { }
}
#endif

// : base(o, c, l, marker) and new TokenCleanupService(o, c, l, m, n)
public static class Texts
{
    public const string Help = "new TokenCleanupService(o, c, l, m, n)";
}
