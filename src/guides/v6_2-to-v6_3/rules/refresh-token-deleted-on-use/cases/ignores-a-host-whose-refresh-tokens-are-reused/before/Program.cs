using Duende.IdentityServer.Models;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer().AddInMemoryClients(new[]
{
    new Client { ClientId = "web", AllowedGrantTypes = GrantTypes.Code, AllowOfflineAccess = true, RefreshTokenUsage = TokenUsage.ReUse },
    new Client { ClientId = "machine", AllowedGrantTypes = GrantTypes.ClientCredentials, AllowOfflineAccess = false },
});
builder.Build().Run();
