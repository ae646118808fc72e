var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(options =>
{
#if DEBUG
    options.Events.RaiseErrorEvents = true;
#endif
    options.LogoutTokenJwtType = "at+jwt";
}).AddConfigurationStore();
builder.Build().Run();
