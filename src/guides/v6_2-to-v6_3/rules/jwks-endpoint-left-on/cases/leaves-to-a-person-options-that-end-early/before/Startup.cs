using Duende.IdentityServer.Configuration;
namespace Host;
public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddIdentityServer(Setup.Options).AddInMemoryClients(Config.Clients);
    }
}
public static class Setup
{
    public static void Options(IdentityServerOptions o)
    {
        if (o.IssuerUri != null) return;
        var endpoints = o.Endpoints;
        endpoints.EnableDiscoveryEndpoint = false;
    }
}
