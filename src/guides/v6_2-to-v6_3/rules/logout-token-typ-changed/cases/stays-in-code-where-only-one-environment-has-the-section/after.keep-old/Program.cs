using Duende.IdentityServer.Configuration;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(builder.Configuration.GetSection("IdentityServer"))
    .AddConfigurationStore();
builder.Services.Configure<IdentityServerOptions>(options =>
{
    options.LogoutTokenJwtType = "at+jwt";
});
builder.Build().Run();
