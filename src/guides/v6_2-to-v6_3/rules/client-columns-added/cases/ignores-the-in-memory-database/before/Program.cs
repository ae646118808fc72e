using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer()
    .AddConfigurationStore(options => options.ConfigureDbContext = db => db.UseInMemoryDatabase("clients"));
builder.Build().Run();
