using Duende.IdentityServer.Validation;

namespace Login;

public class Validator : IResourceValidator
{
    public void Prepare(ResourceValidationRequest request)
    {
        request.IncludeNonIsolatedApiResources = true;
        Log(nameof(ResourceValidationRequest.IncludeNonIsolatedApiResources));
    }

    public object Make() => new ResourceValidationRequest { IncludeNonIsolatedApiResources = true, Scopes = null };

    public bool All(ResourceValidationRequest request) => request is { Scopes: null, IncludeNonIsolatedApiResources: true };

    public bool Maybe(ResourceValidationRequest request) => request?.IncludeNonIsolatedApiResources ?? false;

    private static void Log(string name) { }
}
