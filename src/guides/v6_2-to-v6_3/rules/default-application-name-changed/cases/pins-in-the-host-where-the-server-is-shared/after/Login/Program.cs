using Acme;
using Microsoft.AspNetCore.DataProtection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDataProtection().SetApplicationName("/app/");
builder.Services.AddLogin();
builder.Build().Run();
