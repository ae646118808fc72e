using Duende.IdentityServer.Validation;

namespace Login;

public class Validator : IResourceValidator
{
    public bool IsIn(ResourceValidationRequest request, bool isolated) =>
        (request.IncludeNonIsolatedApiResources && !isolated) || Always(request.IncludeNonIsolatedApiResources);

    private static bool Always(bool x) => x;
}

public class Maker
{
    public ResourceValidationRequest Make(bool all) => new ResourceValidationRequest { IncludeNonIsolatedApiResources = all };
}
