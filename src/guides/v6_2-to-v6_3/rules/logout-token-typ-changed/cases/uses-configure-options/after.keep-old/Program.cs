using Duende.IdentityServer.Configuration;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(builder.Configuration.GetSection("IdentityServer")).AddConfigurationStore();
builder.Services.Configure<IdentityServerOptions>(o =>
{
    o.EmitStaticAudienceClaim = true;
    o.LogoutTokenJwtType = "at+jwt";
});
builder.Build().Run();
