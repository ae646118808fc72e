using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;
using Microsoft.Extensions.DependencyInjection.Extensions;
var builder = WebApplication.CreateBuilder(args);
var identity = builder.Services.AddIdentityServer();
identity.Services.TryAddSingleton<IReplayCache>(sp => new OwnCache());
builder.Services.TryAdd(new ServiceDescriptor(typeof(IClientStore), typeof(OwnStore), ServiceLifetime.Scoped));
builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IReplayCache, OwnCache>());
builder.Build().Run();
