using Duende.IdentityServer.Models;
using Duende.IdentityServer.Validation;

public static class Config
{
    public static IEnumerable<Client> Clients => new[] { new Client { ClientId = "a", AllowedScopes = { "x" } } };
    public static IEnumerable<ApiResource> Resources => new[]
    {
        new ApiResource("urn:invoices") { Scopes = { "invoices" }, RequireResourceIndicator = true },
        new ApiResource("urn:orders") { Scopes = { "orders" } },
    };
}

public class OwnValidator : IResourceValidator { }
