// Copyright Harbour Shop.
// All rights reserved.

namespace Login
{
    #region usings
    using Duende.IdentityServer.EntityFramework;
    using Duende.IdentityServer.EntityFramework.Interfaces;
    using Duende.IdentityServer.EntityFramework.Options;

    #endregion

    public class Inside : TokenCleanupService
    {
        public Inside(OperationalStoreOptions options, IPersistedGrantDbContext context, ILogger<TokenCleanupService> logger, IOperationalStoreNotification notification)
            : base(options, context, logger, notification)
        {
        }
    }
}
