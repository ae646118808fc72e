using Duende.IdentityServer.ResponseHandling;

namespace Login;

public class Own : DiscoveryResponseGenerator
{
    public override async Task<Dictionary<string, object>> CreateDiscoveryDocumentAsync(string baseUrl, string issuerUri)
    {
        var entries = await base.CreateDiscoveryDocumentAsync(baseUrl, issuerUri);
        entries.Add("prompt_values_supported", new[] { "login", "none" });
        entries.Add(
            "dpop_signing_alg_values_supported",
            new[]
            {
                "ES256",
            });
        entries.TryAdd("prompt_values_supported", "login");
        entries.Add("my_entry", 1);
        return entries;
    }
}
