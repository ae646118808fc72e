using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;

namespace Login;

public class Sweep : TokenCleanupService
{
    public Sweep(OperationalStoreOptions o, IPersistedGrantDbContext c, ILogger<Sweep> l) : base(o, c, l) { }
}

public class Broom : Sweep
{
    public Broom(OperationalStoreOptions o, IPersistedGrantDbContext c, ILogger<Broom> l) : base(o, c, l) { }
}
