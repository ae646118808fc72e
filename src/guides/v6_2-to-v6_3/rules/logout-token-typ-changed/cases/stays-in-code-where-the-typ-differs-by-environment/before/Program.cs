using Duende.IdentityServer.Configuration;

var builder = WebApplication.CreateBuilder(args);
builder.Services.Configure<IdentityServerOptions>(builder.Configuration.GetSection("IdentityServer"));
builder.Services.AddIdentityServer()
    .AddConfigurationStore();
builder.Build().Run();
