using Duende.IdentityServer.Validation;

namespace Login;

public class Validator : IResourceValidator
{
    public bool IsIn(ResourceValidationRequest request, bool isolated) =>
        (true && !isolated) || Always(true);

    private static bool Always(bool x) => x;
}
