using Microsoft.AspNetCore.DataProtection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(options => options.EmitStaticAudienceClaim = true);
builder.Services.AddDataProtection().SetApplicationName(@"C:\inetpub\login\");
builder.Build().Run();
