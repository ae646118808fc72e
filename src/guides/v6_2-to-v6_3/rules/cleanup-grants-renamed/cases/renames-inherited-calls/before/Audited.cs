using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;

namespace Login;

public class Audited : TokenCleanupService
{
    public Audited(OperationalStoreOptions options, IPersistedGrantDbContext context, ILogger<TokenCleanupService> logger)
        : base(options, context, logger) { }
}

public class Twice : Audited
{
    public Twice(OperationalStoreOptions options, IPersistedGrantDbContext context, ILogger<TokenCleanupService> logger)
        : base(options, context, logger) { }

    public Task Now(CancellationToken ct) => RemoveExpiredGrantsAsync(ct);

    public Task Again(CancellationToken ct) => base.RemoveExpiredGrantsAsync(ct);
}
