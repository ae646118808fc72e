var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(options =>
    {
        options.Events.RaiseErrorEvents = true;
        options.PersistentGrants.DeleteOneTimeOnlyRefreshTokensOnUse = false;
    })
    .AddConfigurationStore();
builder.Build().Run();
