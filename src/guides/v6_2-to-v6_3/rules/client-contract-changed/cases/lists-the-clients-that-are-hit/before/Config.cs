using Duende.IdentityServer;
using Duende.IdentityServer.Models;

public static class Config
{
    public static IEnumerable<ApiResource> Resources => new[]
    {
        new ApiResource("urn:invoices") { Scopes = { "invoices" }, RequireResourceIndicator = true },
        new ApiResource("urn:orders") { Scopes = { "orders" } },
    };

    public static IEnumerable<Client> Clients(bool offline) => new List<Client>
    {
        new() { ClientId = "shop", AllowedGrantTypes = GrantTypes.Code, BackChannelLogoutUri = "https://shop/logout", AllowOfflineAccess = true },
        new Client { ClientId = "reports", AllowedGrantTypes = GrantTypes.ClientCredentials, AllowedScopes = { "orders" } },
        new Client { ClientId = "invoicing", AllowedGrantTypes = GrantTypes.ClientCredentials, AllowedScopes = { "orders", "invoices" } },
        new Client { ClientId = "tablet", AllowedGrantTypes = GrantTypes.Code, AllowOfflineAccess = true, RefreshTokenUsage = TokenUsage.ReUse },
        Web("desk", offline),
        new Branch
        {
            ClientId = "branch",
            AllowOfflineAccess = true,
            RedirectUris = { "https://branch.example/signin" },
            ClientSecrets = { new Secret("cert") { Type = IdentityServerConstants.SecretTypes.X509CertificateThumbprint } },
        },
    };

    private static Client Web(string id, bool refresh) => new() { ClientId = id, AllowedGrantTypes = GrantTypes.Code, AllowOfflineAccess = refresh };
}

public class Branch : Client { }
