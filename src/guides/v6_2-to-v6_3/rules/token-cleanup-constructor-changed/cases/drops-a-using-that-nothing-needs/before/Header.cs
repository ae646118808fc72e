using Duende.IdentityServer.Stores;
using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;

// IServerSideSessionsMarker was asked for here since 6.1.
namespace Login
{
    /// <summary>Cleans up.</summary>
    public class Header : TokenCleanupService
    {
        private const string Why = "IServerSideSessionsMarker";

        public Header(OperationalStoreOptions options, IPersistedGrantDbContext context, ILogger<TokenCleanupService> logger, IServerSideSessionsMarker marker)
            : base(options, context, logger, serverSideSessionsMarker: marker)
        {
        }
    }
}
