using Microsoft.Extensions.DependencyInjection;
using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Login;

public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddIdentityServer().Services.TryAddTransient<IReplayCache>(_ => new OwnReplay());
        AddStores(services);
    }

    private static void AddStores(IServiceCollection services)
    {
        services.TryAddTransient<IClientStore, OwnClients>();
    }
}

public class OwnClients : IClientStore { }
public class OwnResources : IResourceStore { }
public class OwnReplay : IReplayCache { }
