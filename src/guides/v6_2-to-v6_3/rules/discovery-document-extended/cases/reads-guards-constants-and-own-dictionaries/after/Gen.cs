using Duende.IdentityServer.Configuration;
using Duende.IdentityServer.ResponseHandling;
using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;
using Duende.IdentityServer.Validation;
namespace Host;
public class Base : DiscoveryResponseGenerator
{
    public Base(IdentityServerOptions o, IResourceStore r, IKeyMaterialService k, ExtensionGrantValidator e, ISecretsListParser s, IResourceOwnerPasswordValidator p, ILogger<Base> l) : base(o, r, k, e, s, p, l) { }
}
public class Guarded : Base
{
    public Guarded(IdentityServerOptions o, IResourceStore r, IKeyMaterialService k, ExtensionGrantValidator e, ISecretsListParser s, IResourceOwnerPasswordValidator p, ILogger<Base> l) : base(o, r, k, e, s, p, l) { }
    public override async Task<Dictionary<string, object>> CreateDiscoveryDocumentAsync(string baseUrl, string issuerUri)
    {
        var entries = await base.CreateDiscoveryDocumentAsync(baseUrl, issuerUri);
        if (!entries.ContainsKey("prompt_values_supported"))
            entries.Add("prompt_values_supported", new[] { "login" });
        entries.Remove("dpop_signing_alg_values_supported");
        entries.Add("dpop_signing_alg_values_supported", new[] { "ES256" });
        return entries;
    }
}
public class Helped : Base
{
    public Helped(IdentityServerOptions o, IResourceStore r, IKeyMaterialService k, ExtensionGrantValidator e, ISecretsListParser s, IResourceOwnerPasswordValidator p, ILogger<Base> l) : base(o, r, k, e, s, p, l) { }
    private const string Prompts = "prompt_values_supported";
    public override async Task<Dictionary<string, object>> CreateDiscoveryDocumentAsync(string baseUrl, string issuerUri)
    {
        var entries = await base.CreateDiscoveryDocumentAsync(baseUrl, issuerUri);
        entries[Prompts] = new[] { "login" };
        Extend(entries);
        return entries;
    }
    private static void Extend(Dictionary<string, object> entries) => entries.Add("dpop_signing_alg_values_supported", "ES256");
}
public class Fresh : Base
{
    public Fresh(IdentityServerOptions o, IResourceStore r, IKeyMaterialService k, ExtensionGrantValidator e, ISecretsListParser s, IResourceOwnerPasswordValidator p, ILogger<Base> l) : base(o, r, k, e, s, p, l) { }
    public override Task<Dictionary<string, object>> CreateDiscoveryDocumentAsync(string baseUrl, string issuerUri)
    {
        var own = new Dictionary<string, object>();
        own.Add("issuer", issuerUri);
        own.Add("prompt_values_supported", new[] { "login" });
        return Task.FromResult(own);
    }
}
