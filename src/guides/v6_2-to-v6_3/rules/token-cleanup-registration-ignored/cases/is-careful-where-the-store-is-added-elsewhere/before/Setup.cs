using Duende.IdentityServer.EntityFramework;

namespace Login;

public static class Setup
{
    public static void AddStores(this WebApplicationBuilder builder) => builder.Services.AddIdentityServer().AddOperationalStore();

    public static void AddSweep(this WebApplicationBuilder builder)
    {
        builder.Services.AddTransient<TokenCleanupService, Sweep>();
    }
}
