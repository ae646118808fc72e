var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(options =>
    {
        options.Events.RaiseErrorEvents = true;
    })
    .AddConfigurationStore();
builder.Build().Run();
