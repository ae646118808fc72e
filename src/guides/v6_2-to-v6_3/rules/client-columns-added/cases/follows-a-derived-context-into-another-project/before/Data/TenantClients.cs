using Duende.IdentityServer.EntityFramework.DbContexts;
using Microsoft.EntityFrameworkCore;

namespace Acme.Data;

public abstract class TenantClients<TContext> : ConfigurationDbContext<TContext> where TContext : DbContext, Duende.IdentityServer.EntityFramework.Interfaces.IConfigurationDbContext
{
    protected TenantClients(DbContextOptions<TContext> options) : base(options) { }
}
