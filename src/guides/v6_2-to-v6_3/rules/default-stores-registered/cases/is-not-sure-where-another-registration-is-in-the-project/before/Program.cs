using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;
using Microsoft.Extensions.DependencyInjection.Extensions;

var builder = WebApplication.CreateBuilder(args);
var identity = builder.Services.AddIdentityServer();
if (builder.Environment.IsDevelopment()) identity.AddInMemoryClients(Config.Clients);
else builder.Services.TryAddTransient<IClientStore, OwnClients>();

public class OwnClients : IClientStore { }
public class OwnResources : IResourceStore { }
public class OwnReplay : IReplayCache { }
