using Duende.IdentityServer.EntityFramework.Entities;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Storage;
using Microsoft.EntityFrameworkCore;

namespace Acme.Login;

public class ClientsContext : DbContext, IConfigurationDbContext
{
    public DbSet<Client> Clients { get; set; }
    // and the other sets
}

public static class Setup
{
    public static void Add(IServiceCollection services) =>
        services.AddConfigurationDbContext<ClientsContext>(options => options.ConfigureDbContext = db => db.UseSqlServer("…"));
}
