using Microsoft.AspNetCore.DataProtection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer();
builder.Services.Configure<DataProtectionOptions>(options => options.ApplicationDiscriminator = "acme");
builder.Build().Run();
