using Duende.IdentityServer;
using Duende.IdentityServer.Models;

namespace HarbourShop.Identity.Configuration;

/// <summary>What goes into an empty database. After that, the back office owns the rows.</summary>
public static class ShopClients
{
    public static IEnumerable<Client> All(IConfiguration configuration)
    {
        yield return new Client
        {
            ClientId = "storefront",
            ClientName = "Harbour Shop – Boutique en ligne é",
            ClientSecrets = { new Secret(configuration["Secrets:Storefront"].Sha256()) },
            AllowedGrantTypes = GrantTypes.Code,
            RedirectUris = { "https://shop.harbour.example/signin-oidc" },
            PostLogoutRedirectUris = { "https://shop.harbour.example/signout-callback-oidc" },
            BackChannelLogoutUri = "https://shop.harbour.example/bff/backchannel",
            AllowOfflineAccess = true,
            AllowedScopes =
            {
                IdentityServerConstants.StandardScopes.OpenId,
                IdentityServerConstants.StandardScopes.Profile,
                "orders",
            },
        };

        yield return new Client
        {
            ClientId = "counter-app",
            ClientName = "Tablets at the counter",
            RequireClientSecret = false,
            AllowedGrantTypes = GrantTypes.Code,
            RedirectUris = { "harbour-counter://signed-in" },
            AllowOfflineAccess = true,
            RefreshTokenUsage = TokenUsage.OneTimeOnly,
            RefreshTokenExpiration = TokenExpiration.Sliding,
            SlidingRefreshTokenLifetime = 14 * 24 * 3600,
            AllowedScopes = { "openid", "orders" },
        };

        yield return new Client
        {
            ClientId = "stock-import",
            ClientSecrets = { new Secret(configuration["Secrets:StockImport"].Sha256()) },
            AllowedGrantTypes = GrantTypes.ClientCredentials,
            AllowedScopes = { "stock" },
        };
    }

    public static IEnumerable<IdentityResource> IdentityResources =>
        new IdentityResource[] { new IdentityResources.OpenId(), new IdentityResources.Profile() };

    public static IEnumerable<ApiScope> Scopes =>
        new[] { new ApiScope("orders", "Read and place orders"), new ApiScope("stock") };
}
