using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer()
    .AddConfigurationStore<Acme.Login.AcmeClients>(options =>
        options.ConfigureDbContext = db => db.UseNpgsql("…"));
builder.Build().Run();
