var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(o => { o.EmitStaticAudienceClaim = true; o.LogoutTokenJwtType = "at+jwt"; }).AddConfigurationStore();
builder.Services.AddIdentityServer(static (options) => { options.LogoutTokenJwtType = "at+jwt"; }).AddConfigurationStore();
builder.Build().Run();
