var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer();
builder.Services.AddDataProtection().SetApplicationName("login");
builder.Build().Run();
