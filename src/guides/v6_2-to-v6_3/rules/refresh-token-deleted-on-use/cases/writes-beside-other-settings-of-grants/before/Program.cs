var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(options =>
{
    options.EmitStaticAudienceClaim = true;
    builder.Configuration.GetSection("IdentityServer:Options").Bind(options);
}).AddConfigurationStore();
builder.Build().Run();
