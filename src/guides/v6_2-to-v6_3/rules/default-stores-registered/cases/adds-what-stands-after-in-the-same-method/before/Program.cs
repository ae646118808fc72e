using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;
using Microsoft.Extensions.DependencyInjection.Extensions;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer();
builder.Services.TryAddTransient<IClientStore, OwnClients>();
builder.Services.TryAddScoped(typeof(IResourceStore), typeof(OwnResources));
builder.Services.TryAdd(ServiceDescriptor.Singleton<IReplayCache, OwnReplay>());
builder.Build().Run();

public class OwnClients : IClientStore { }
public class OwnResources : IResourceStore { }
public class OwnReplay : IReplayCache { }
