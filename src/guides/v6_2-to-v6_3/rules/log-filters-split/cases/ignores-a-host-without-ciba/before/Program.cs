var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(options =>
{
    options.Logging.TokenRequestSensitiveValuesFilter.Add("otp");
});
builder.Build().Run();

// IBackchannelAuthenticationUserValidator
public class Users : IUsers { }
public interface IUsers { }
