using Duende.IdentityServer.EntityFramework.DbContexts;
using Duende.IdentityServer.EntityFramework.Options;
using Microsoft.EntityFrameworkCore;

namespace Acme.Login;

public class TenantClients : ConfigurationDbContext<TenantClients>
{
    public TenantClients(DbContextOptions<TenantClients> options) : base(options) { }
}
