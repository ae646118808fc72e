using Duende.IdentityServer.Models;

public static class Config
{
    public static IEnumerable<Client> Clients => new List<Client>
    {
        new() { ClientId = "shop", AllowedGrantTypes = GrantTypes.Code, AllowOfflineAccess = true },
        new Client { ClientId = "reports", AllowedGrantTypes = GrantTypes.ClientCredentials },
        new Client { ClientId = "tablet", AllowedGrantTypes = GrantTypes.Code, AllowOfflineAccess = true, RefreshTokenUsage = TokenUsage.ReUse },
    };
}
