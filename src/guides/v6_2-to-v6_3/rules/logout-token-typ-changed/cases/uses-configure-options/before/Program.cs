using Duende.IdentityServer.Configuration;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(builder.Configuration.GetSection("IdentityServer")).AddConfigurationStore();
builder.Services.Configure<IdentityServerOptions>(o =>
{
    o.EmitStaticAudienceClaim = true;
});
builder.Build().Run();
