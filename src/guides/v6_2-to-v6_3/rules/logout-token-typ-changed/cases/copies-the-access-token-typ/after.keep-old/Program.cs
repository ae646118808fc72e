var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(options =>
{
    options.AccessTokenJwtType = "vnd.bank+jwt";
    options.LogoutTokenJwtType = "vnd.bank+jwt";
}).AddConfigurationStore();
builder.Build().Run();
