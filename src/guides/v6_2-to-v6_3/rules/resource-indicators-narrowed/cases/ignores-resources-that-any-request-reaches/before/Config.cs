using Duende.IdentityServer.Models;
using Duende.IdentityServer.Validation;

public static class Config
{
    public static IEnumerable<Client> Clients => new[] { new Client { ClientId = "a", AllowedScopes = { "x" } } };
    public static IEnumerable<ApiResource> Resources => new[]
    {
        new ApiResource("urn:invoices") { Scopes = { "invoices" }, RequireResourceIndicator = false },
        // new ApiResource("urn:orders") { RequireResourceIndicator = true },
    };
    public static object Dto => new Row { RequireResourceIndicator = true };
    public static string Text => "RequireResourceIndicator = true";
#if NEVER
    public static object Never => new ApiResource("x") { RequireResourceIndicator = true };
#endif
}

public class Row { public bool RequireResourceIndicator { get; set; } }
public class OwnValidator : IResourceValidator { }
