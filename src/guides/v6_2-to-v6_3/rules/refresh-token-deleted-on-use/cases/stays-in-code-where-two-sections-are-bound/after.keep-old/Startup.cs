using Duende.IdentityServer.Configuration;

public class Startup
{
    private const string Section = "IdentityServer:Options";
    private readonly IConfiguration _config;

    public Startup(IConfiguration config) => _config = config;

    public void ConfigureServices(IServiceCollection services)
    {
        services.AddIdentityServer(options =>
        {
            options.PersistentGrants.DeleteOneTimeOnlyRefreshTokensOnUse = false;
        }).AddConfigurationStore();
        services.AddOptions<IdentityServerOptions>().BindConfiguration(Section);
        services.Configure<IdentityServerOptions>(_config.GetSection("Overrides"));
    }
}
