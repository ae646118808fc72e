using Microsoft.AspNetCore.DataProtection;

namespace Acme;

public class Startup
{
	public void ConfigureServices(IServiceCollection services)
	{
		services.Configure<DataProtectionOptions>(options => options.ApplicationDiscriminator = "acme");
		services.AddIdentityServer();
		services.AddDataProtection().SetApplicationName("/app");
		services.AddAuthentication();
	}
}
