using Duende.IdentityServer.EntityFramework.Storage;
using HarbourShop.Maintenance;
using Microsoft.EntityFrameworkCore;

await Host.CreateDefaultBuilder(args)
    .ConfigureServices((context, services) =>
    {
        var connectionString = context.Configuration.GetConnectionString("Identity");
        services.AddOperationalDbContext(store =>
        {
            store.ConfigureDbContext = db => db.UseSqlServer(connectionString);
            store.RemoveConsumedTokens = true;
        });
        services.AddScoped<GrantSweeper>();
        services.AddHostedService<Worker>();
    })
    .RunConsoleAsync();
