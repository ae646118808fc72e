var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(options =>
{
    options.LogoutTokenJwtType = "at+jwt";
    if (args.Length == 0) return;
    options.EmitStaticAudienceClaim = true;
}).AddConfigurationStore();
builder.Build().Run();
