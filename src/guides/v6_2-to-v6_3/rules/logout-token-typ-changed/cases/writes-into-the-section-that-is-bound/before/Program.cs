var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(builder.Configuration.GetSection("IdentityServer"))
    .AddConfigurationStore();
builder.Build().Run();
