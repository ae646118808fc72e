namespace Login
{
  public class Startup
  {
    public void ConfigureServices(IServiceCollection services)
    {
      services.AddIdentityServer(options =>
      {
        options.LogoutTokenJwtType = "at+jwt";
      })
        .AddConfigurationStore();
    }
  }
}
