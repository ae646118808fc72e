using Acme.Login;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddIdentityServer()
    .AddInMemoryClients(Config.Clients) // was AddConfigurationStore once
    .AddOperationalStore(options => options.ConfigureDbContext = db => db.UseSqlServer("…"));

builder.Build().Run();
