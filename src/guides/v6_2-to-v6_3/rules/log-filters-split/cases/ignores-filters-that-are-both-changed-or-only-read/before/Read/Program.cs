using Duende.IdentityServer.Validation;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(options =>
{
    Console.WriteLine(options.Logging.TokenRequestSensitiveValuesFilter.Count);
    new Mine().TokenRequestSensitiveValuesFilter.Add("x");
    // options.Logging.TokenRequestSensitiveValuesFilter.Add("x");
});
builder.Build().Run();

public class Mine { public List<string> TokenRequestSensitiveValuesFilter { get; } = new(); }
public class Users : IBackchannelAuthenticationUserValidator { }
