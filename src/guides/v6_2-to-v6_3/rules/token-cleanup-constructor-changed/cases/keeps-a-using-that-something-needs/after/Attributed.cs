using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;
using Duende.IdentityServer.Stores;

namespace Login;

public class Attributed : TokenCleanupService
{
    public Attributed(OperationalStoreOptions options, IPersistedGrantDbContext context, ILogger<TokenCleanupService> logger)
        : base(options, context, logger) { }

    [System.ComponentModel.DefaultValue(typeof(InMemoryResourcesStore))]
    public object Resources { get; set; }
}
