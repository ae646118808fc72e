var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(o => { o.EmitStaticAudienceClaim = true; }).AddConfigurationStore();
builder.Services.AddIdentityServer(static (options) => { }).AddConfigurationStore();
builder.Build().Run();
