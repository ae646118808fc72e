using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;
using Sweeper = Duende.IdentityServer.EntityFramework.TokenCleanupService;

namespace Login;

/// <summary>Runs <see cref="TokenCleanupService.RemoveExpiredGrantsAsync"/> at night.</summary>
/// <remarks>See <see cref="Sweeper.RemoveExpiredGrantsAsync(CancellationToken)"/>, not RemoveExpiredGrantsAsync of others.</remarks>
public class Nightly { }

/// <inheritdoc cref="RemoveExpiredGrantsAsync"/>
public class Audited : TokenCleanupService
{
    public Audited(OperationalStoreOptions o, IPersistedGrantDbContext c, ILogger<Audited> l) : base(o, c, l) { }

    /** <seealso cref='Duende.IdentityServer.EntityFramework.TokenCleanupService.RemoveExpiredGrantsAsync'/> */
    public void Count() { }
}

/// <summary><see cref="RemoveExpiredGrantsAsync"/> and <see cref="Own.RemoveExpiredGrantsAsync"/> are ours.</summary>
public class Own
{
    // <see cref="TokenCleanupService.RemoveExpiredGrantsAsync"/>
    public string RemoveExpiredGrantsAsync() => "cref=\"TokenCleanupService.RemoveExpiredGrantsAsync\"";
}
