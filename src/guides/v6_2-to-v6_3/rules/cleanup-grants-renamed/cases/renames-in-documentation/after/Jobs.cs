using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;
using Sweeper = Duende.IdentityServer.EntityFramework.TokenCleanupService;

namespace Login;

/// <summary>Runs <see cref="TokenCleanupService.CleanupGrantsAsync"/> at night.</summary>
/// <remarks>See <see cref="Sweeper.CleanupGrantsAsync(CancellationToken)"/>, not RemoveExpiredGrantsAsync of others.</remarks>
public class Nightly { }

/// <inheritdoc cref="CleanupGrantsAsync"/>
public class Audited : TokenCleanupService
{
    public Audited(OperationalStoreOptions o, IPersistedGrantDbContext c, ILogger<Audited> l) : base(o, c, l) { }

    /** <seealso cref='Duende.IdentityServer.EntityFramework.TokenCleanupService.CleanupGrantsAsync'/> */
    public void Count() { }
}

/// <summary><see cref="RemoveExpiredGrantsAsync"/> and <see cref="Own.RemoveExpiredGrantsAsync"/> are ours.</summary>
public class Own
{
    // <see cref="TokenCleanupService.RemoveExpiredGrantsAsync"/>
    public string RemoveExpiredGrantsAsync() => "cref=\"TokenCleanupService.RemoveExpiredGrantsAsync\"";
}
