using Duende.IdentityServer.ResponseHandling;

namespace Login;

public class Own : DiscoveryResponseGenerator
{
    public override async Task<Dictionary<string, object>> CreateDiscoveryDocumentAsync(string baseUrl, string issuerUri)
    {
        var entries = await base.CreateDiscoveryDocumentAsync(baseUrl, issuerUri);
        // entries.Add("prompt_values_supported", 1);
        entries["prompt_values_supported"] = new[] { "login" };
        entries.Add("note", "prompt_values_supported");
        entries.Remove("prompt_values_supported");
        return entries;
    }
}

public class Other
{
    public void Fill(Dictionary<string, object> headers) => headers.Add("prompt_values_supported", 1);
}
