using Duende.IdentityServer.Configuration;

var builder = WebApplication.CreateBuilder(args);
var section = builder.Configuration.GetSection("Auth").GetRequiredSection(nameof(IdentityServerOptions));
builder.Services.AddOptions<IdentityServerOptions>().Bind(section).ValidateOnStart();
builder.Services.AddIdentityServer().AddConfigurationStore();
builder.Build().Run();
