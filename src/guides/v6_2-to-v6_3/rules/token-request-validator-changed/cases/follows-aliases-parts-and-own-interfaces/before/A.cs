using IValidator = Duende.IdentityServer.Validation.ITokenRequestValidator;
using Result = Duende.IdentityServer.Validation.TokenRequestValidationResult;
using Secret = Duende.IdentityServer.Validation.ClientSecretValidationResult;
using Form = System.Collections.Specialized.NameValueCollection;

namespace Login;

public class Aliased(IValidator inner) : IValidator
{
    public async Task<Result> ValidateRequestAsync(Form form, Secret secret) => await inner.ValidateRequestAsync(form, secret);
}

public class Outer
{
    private sealed class Inner : IValidator
    {
        Task<Result> IValidator.ValidateRequestAsync(Form form, Secret secret) => throw new NotSupportedException(form["x"] + nameof(secret));
    }
}
