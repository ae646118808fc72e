using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Login;

public static class Stores
{
    public static void AddStores(this IServiceCollection services) => services.AddTransient<IClientStore, OwnClients>();
}

public class OwnClients : IClientStore { }
public class OwnResources : IResourceStore { }
public class OwnReplay : IReplayCache { }
