using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer()
    .AddOperationalStore(options =>
        options.ConfigureDbContext = db => db.UseSqlServer("…"));
builder.Build().Run();
