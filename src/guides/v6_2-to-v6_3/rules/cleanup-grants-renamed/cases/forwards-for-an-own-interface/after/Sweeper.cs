using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;

namespace Login;

public interface IGrantSweeper
{
    Task RemoveExpiredGrantsAsync(CancellationToken cancellationToken = default);
}

public class Sweeper : TokenCleanupService, IGrantSweeper
{
    public Sweeper(OperationalStoreOptions o, IPersistedGrantDbContext c, ILogger<Sweeper> l) : base(o, c, l) { }

    public Task RemoveExpiredGrantsAsync(CancellationToken cancellationToken = default) => CleanupGrantsAsync(cancellationToken);
}

// Has a method of its own, so nothing is missing.
public class Own : TokenCleanupService, IGrantSweeper
{
    public Own(OperationalStoreOptions o, IPersistedGrantDbContext c, ILogger<Own> l) : base(o, c, l) { }

    public new Task RemoveExpiredGrantsAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
}
