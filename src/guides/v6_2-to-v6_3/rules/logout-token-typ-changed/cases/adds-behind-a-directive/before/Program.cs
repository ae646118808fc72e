var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(options =>
{
#if DEBUG
    options.Events.RaiseErrorEvents = true;
#endif
}).AddConfigurationStore();
builder.Build().Run();
