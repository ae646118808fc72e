using Microsoft.AspNetCore.DataProtection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDataProtection().SetApplicationName(builder.Environment.ContentRootPath);
builder.Services.AddIdentityServer();
builder.Build().Run();
