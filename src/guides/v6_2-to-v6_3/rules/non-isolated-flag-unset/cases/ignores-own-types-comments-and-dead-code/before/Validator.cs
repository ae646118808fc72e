using Duende.IdentityServer.Validation;

namespace Login;

public class Mine
{
    public bool IncludeNonIsolatedApiResources { get; set; }

    public bool Read(Mine other, ResourceValidationRequest request)
    {
        // request.IncludeNonIsolatedApiResources
        var text = "request.IncludeNonIsolatedApiResources";
#if NEVER
        return request.IncludeNonIsolatedApiResources;
#endif
        return other.IncludeNonIsolatedApiResources || text == "";
    }
}
