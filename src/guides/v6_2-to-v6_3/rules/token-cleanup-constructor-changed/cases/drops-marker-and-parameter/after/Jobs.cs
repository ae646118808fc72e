using Duende.IdentityServer.EntityFramework;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;

namespace Login;

public static class Jobs
{
    public static Audited Make(IServiceProvider sp) => new(
        sp.GetRequiredService<OperationalStoreOptions>(),
        sp.GetRequiredService<IPersistedGrantDbContext>(),
        sp.GetRequiredService<ILogger<TokenCleanupService>>());
}
