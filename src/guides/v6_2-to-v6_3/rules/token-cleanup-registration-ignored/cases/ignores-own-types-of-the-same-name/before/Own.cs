using Duende.IdentityServer.EntityFramework;
using Stock = Login.TokenCleanupService;

namespace Login;

public class TokenCleanupService { }

public class Sweep : TokenCleanupService { }

public static class Setup
{
    public static void AddSweep(this WebApplicationBuilder builder)
    {
        builder.Services.AddIdentityServer().AddOperationalStore();
        builder.Services.AddTransient<TokenCleanupService, Sweep>();
        builder.Services.AddTransient<Stock, Sweep>();
    }
}
