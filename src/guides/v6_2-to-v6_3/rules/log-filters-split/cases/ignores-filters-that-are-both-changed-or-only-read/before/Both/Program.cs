using Duende.IdentityServer.Validation;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(options =>
{
    options.Logging.TokenRequestSensitiveValuesFilter.Add("otp");
    options.Logging.BackchannelAuthenticationRequestSensitiveValuesFilter.Add("otp");
});
builder.Build().Run();

public class Users : IBackchannelAuthenticationUserValidator { }
