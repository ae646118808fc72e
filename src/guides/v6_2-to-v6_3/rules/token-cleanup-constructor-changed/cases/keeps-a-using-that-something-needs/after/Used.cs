using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;
using Duende.IdentityServer.Stores;

namespace Login;

public class Used : TokenCleanupService
{
    private readonly IServerSideSessionsMarker _marker;

    public Used(OperationalStoreOptions options, IPersistedGrantDbContext context, ILogger<TokenCleanupService> logger, IServerSideSessionsMarker marker)
        : base(options, context, logger)
    {
        _marker = marker;
    }
}
