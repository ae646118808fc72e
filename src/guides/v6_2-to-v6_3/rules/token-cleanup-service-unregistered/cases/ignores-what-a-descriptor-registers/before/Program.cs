using Duende.IdentityServer.EntityFramework;
using Microsoft.Extensions.DependencyInjection.Extensions;
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer().AddOperationalStore();
builder.Services.Add(new ServiceDescriptor(typeof(TokenCleanupService), typeof(Audited), ServiceLifetime.Transient));
builder.Build().Run();
