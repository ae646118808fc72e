using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;
using Microsoft.Extensions.DependencyInjection.Extensions;

var builder = WebApplication.CreateBuilder(args);
builder.Services.TryAddTransient<IClientStore, OwnClients>();
builder.Services.AddIdentityServer();
// builder.Services.TryAddTransient<IClientStore, OwnClients>();
builder.Services.AddTransient<IResourceStore, OwnResources>();
builder.Services.TryAddTransient<IProfileService, Profiles>();
builder.Services.TryAddTransient<Mine.IClientStore, Mine.Store>();
builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IReplayCache, OwnReplay>());
#if NEVER
builder.Services.TryAddTransient<IResourceStore, OwnResources>();
#endif
builder.Build().Run();

public class OwnClients : IClientStore { }
public class OwnResources : IResourceStore { }
public class OwnReplay : IReplayCache { }
