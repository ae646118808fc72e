namespace Login
{
  public class Startup
  {
    public void ConfigureServices(IServiceCollection services)
    {
      services.AddIdentityServer()
        .AddConfigurationStore();
    }
  }
}
