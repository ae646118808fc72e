var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(options => { options.LogoutTokenJwtType = "at+jwt"; }).AddConfigurationStore();
builder.Build().Run();
