using Acme;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddLogin();
builder.Build().Run();
