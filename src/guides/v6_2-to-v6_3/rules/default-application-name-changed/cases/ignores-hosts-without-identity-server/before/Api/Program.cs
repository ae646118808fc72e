var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDataProtection().SetApplicationName("api");
builder.Build().Run();
