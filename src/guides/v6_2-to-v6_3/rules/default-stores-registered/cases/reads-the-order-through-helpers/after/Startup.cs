using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;
using Microsoft.Extensions.DependencyInjection.Extensions;
namespace Host;
public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        AddStores(services);
        AddIdentity(services);
        AddCaches(services);
    }
    private static void AddCaches(IServiceCollection services) => services.AddTransient<IReplayCache, OwnCache>();
    private static void AddIdentity(IServiceCollection services) => services.AddIdentityServer();
    private static void AddStores(IServiceCollection services) => services.TryAddTransient<IClientStore, OwnStore>();
}
