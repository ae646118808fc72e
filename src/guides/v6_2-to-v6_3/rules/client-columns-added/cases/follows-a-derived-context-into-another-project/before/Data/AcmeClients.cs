using Microsoft.EntityFrameworkCore;

namespace Acme.Data;

public class AcmeClients : TenantClients<AcmeClients>
{
    public AcmeClients(DbContextOptions<AcmeClients> options) : base(options) { }
}
