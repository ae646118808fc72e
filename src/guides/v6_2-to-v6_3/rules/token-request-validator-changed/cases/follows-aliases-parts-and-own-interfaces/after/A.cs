using IValidator = Duende.IdentityServer.Validation.ITokenRequestValidator;
using Result = Duende.IdentityServer.Validation.TokenRequestValidationResult;
using Secret = Duende.IdentityServer.Validation.ClientSecretValidationResult;
using Form = System.Collections.Specialized.NameValueCollection;
using Duende.IdentityServer.Validation;

namespace Login;

public class Aliased(IValidator inner) : IValidator
{
    public async Task<Result> ValidateRequestAsync(TokenRequestValidationContext context) => await inner.ValidateRequestAsync(context);
}

public class Outer
{
    private sealed class Inner : IValidator
    {
        Task<Result> IValidator.ValidateRequestAsync(TokenRequestValidationContext context) => throw new NotSupportedException(context.RequestParameters["x"] + nameof(context));
    }
}
