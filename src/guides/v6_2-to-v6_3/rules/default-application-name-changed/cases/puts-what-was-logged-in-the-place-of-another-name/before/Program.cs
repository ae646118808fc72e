using Microsoft.AspNetCore.DataProtection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDataProtection().SetApplicationName(builder.Configuration["Name"]);
builder.Services.AddIdentityServer();
builder.Build().Run();
