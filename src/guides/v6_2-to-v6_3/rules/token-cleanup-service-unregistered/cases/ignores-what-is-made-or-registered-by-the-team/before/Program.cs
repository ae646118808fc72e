using Duende.IdentityServer.EntityFramework;

var services = new ServiceCollection();
services.AddScoped(typeof(TokenCleanupService));
var provider = services.BuildServiceProvider();
await provider.GetRequiredService<TokenCleanupService>().RemoveExpiredGrantsAsync();
