using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer()
    .AddConfigurationStore(options =>
        options.ConfigureDbContext = db => db.UseSqlServer("…"));
builder.Services.AddIdentityServer()
    .AddConfigurationStore<Acme.Login.TenantClients>(options =>
        options.ConfigureDbContext = db => db.UseSqlServer("…"));
builder.Build().Run();
