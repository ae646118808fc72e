using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;

namespace Login;

public partial class Sweep : TokenCleanupService
{
    public Sweep(OperationalStoreOptions o, IPersistedGrantDbContext c, ILogger<Sweep> l) : base(o, c, l) { }
}

// Has a method of its own, and asks the inherited one too.
public class Loud : TokenCleanupService
{
    public Loud(OperationalStoreOptions o, IPersistedGrantDbContext c, ILogger<Loud> l) : base(o, c, l) { }

    public new Task RemoveExpiredGrantsAsync(CancellationToken cancellationToken = default) => base.CleanupGrantsAsync(cancellationToken);
}
