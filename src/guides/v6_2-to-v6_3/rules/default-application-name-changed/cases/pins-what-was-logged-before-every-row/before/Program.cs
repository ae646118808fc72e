var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(options => options.EmitStaticAudienceClaim = true);
builder.Build().Run();
