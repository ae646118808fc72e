using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;
using Duende.IdentityServer.Stores;

namespace Login;

public class Built : TokenCleanupService
{
    public Built(OperationalStoreOptions options, IPersistedGrantDbContext context, ILogger<TokenCleanupService> logger)
        : base(options, context, logger) { }

#if AUDIT
    public IRefreshTokenStore Tokens { get; set; }
#endif
}
