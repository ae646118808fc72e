using Microsoft.AspNetCore.DataProtection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDataProtection().SetApplicationName("acme-login");
builder.Services.AddIdentityServer();
builder.Build().Run();
