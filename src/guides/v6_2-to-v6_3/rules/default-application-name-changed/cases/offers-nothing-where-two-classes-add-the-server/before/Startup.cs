namespace Acme;

public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddIdentityServer();
    }
}

public class DevelopmentStartup
{
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddIdentityServer();
    }
}
