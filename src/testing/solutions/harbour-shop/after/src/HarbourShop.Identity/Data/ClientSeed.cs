using Duende.IdentityServer.EntityFramework.DbContexts;
using Duende.IdentityServer.EntityFramework.Mappers;
using HarbourShop.Identity.Configuration;
using Microsoft.EntityFrameworkCore;

namespace HarbourShop.Identity.Data;

public static class ClientSeed
{
    public static async Task RunAsync(IServiceProvider services)
    {
        using var scope = services.CreateScope();

        await scope.ServiceProvider.GetRequiredService<PersistedGrantDbContext>().Database.MigrateAsync();

        var configuration = scope.ServiceProvider.GetRequiredService<ConfigurationDbContext>();
        await configuration.Database.MigrateAsync();

        if (await configuration.Clients.AnyAsync())
        {
            return;
        }

        var settings = scope.ServiceProvider.GetRequiredService<IConfiguration>();
        configuration.Clients.AddRange(ShopClients.All(settings).Select(client => client.ToEntity()));
        configuration.IdentityResources.AddRange(ShopClients.IdentityResources.Select(resource => resource.ToEntity()));
        configuration.ApiScopes.AddRange(ShopClients.Scopes.Select(apiScope => apiScope.ToEntity()));
        await configuration.SaveChangesAsync();
    }
}
