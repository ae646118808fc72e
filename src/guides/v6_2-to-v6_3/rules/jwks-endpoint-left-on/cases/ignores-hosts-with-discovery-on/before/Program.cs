var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(options =>
{
    options.Endpoints.EnableDiscoveryEndpoint = true;
    // options.Endpoints.EnableDiscoveryEndpoint = false;
#if NEVER
    options.Endpoints.EnableDiscoveryEndpoint = false;
#endif
});
var mine = new Settings();
mine.EnableDiscoveryEndpoint = false;
builder.Build().Run();

public class Settings { public bool EnableDiscoveryEndpoint { get; set; } }
