using Duende.IdentityServer.Validation;

namespace Login;

public class Validator : IResourceValidator
{
    public void Prepare(ResourceValidationRequest request)
    {
        Log("IncludeNonIsolatedApiResources");
    }

    public object Make() => new ResourceValidationRequest { Scopes = null };

    public bool All(ResourceValidationRequest request) => request is { Scopes: null };

    public bool Maybe(ResourceValidationRequest request) => request?.IncludeNonIsolatedApiResources ?? false;

    private static void Log(string name) { }
}
