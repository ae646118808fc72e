using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;
using Duende.IdentityServer.Stores;

namespace Login;

public class Extended : TokenCleanupService
{
    public Extended(OperationalStoreOptions options, IPersistedGrantDbContext context, ILogger<TokenCleanupService> logger)
        : base(options, context, logger) { }

    public static async Task<bool> Knows(IServiceProvider sp, string id)
    {
        var clients = Shared.ClientsOf(sp);
        return await clients.FindEnabledClientByIdAsync(id) != null;
    }
}
