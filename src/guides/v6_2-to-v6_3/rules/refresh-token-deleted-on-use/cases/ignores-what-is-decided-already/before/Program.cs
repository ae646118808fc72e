var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(options => { options.PersistentGrants.DeleteOneTimeOnlyRefreshTokensOnUse = true; }).AddConfigurationStore();
builder.Build().Run();
