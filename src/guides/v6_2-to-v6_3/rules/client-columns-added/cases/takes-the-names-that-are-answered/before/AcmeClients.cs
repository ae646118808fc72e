using Duende.IdentityServer.EntityFramework.DbContexts;
using Microsoft.EntityFrameworkCore;

namespace Acme.Login;

public class AcmeClients : ConfigurationDbContext<AcmeClients>
{
    public AcmeClients(DbContextOptions<AcmeClients> options) : base(options) { }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
            property.SetColumnName(Names.Of(property.Name));
    }
}
