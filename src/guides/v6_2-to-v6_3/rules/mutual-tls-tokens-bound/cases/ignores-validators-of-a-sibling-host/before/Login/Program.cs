var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer();
builder.Build().Run();
