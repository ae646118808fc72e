using Duende.IdentityServer.Configuration;

namespace Login;

public static class Startup
{
    public static void Add(IServiceCollection services) => services.AddIdentityServer(Configure).AddConfigurationStore();

    private static void Configure(IdentityServerOptions ids)
    {
        ids.EmitStaticAudienceClaim = true;
    }
}
