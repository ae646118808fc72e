var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(builder.Configuration.GetSection("IdentityServer"));
builder.Build().Run();
