using Acme.Data;
using Microsoft.EntityFrameworkCore;

namespace Acme.Host;

public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        var identity = services.AddIdentityServer();
        identity.AddConfigurationStore<AcmeClients>(options => options.ConfigureDbContext = Database);
    }

    private static void Database(DbContextOptionsBuilder db) => db.UseNpgsql("…", x => x.MigrationsAssembly("Data"));
}
