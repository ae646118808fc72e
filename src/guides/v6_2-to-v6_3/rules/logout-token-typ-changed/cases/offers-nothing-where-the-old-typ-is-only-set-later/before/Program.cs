using Duende.IdentityServer.Configuration;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(options => options.EmitStaticAudienceClaim = true)
    .AddConfigurationStore();
builder.Services.Configure<IdentityServerOptions>(builder.Configuration.GetSection("IdentityServer"));
builder.Build().Run();
