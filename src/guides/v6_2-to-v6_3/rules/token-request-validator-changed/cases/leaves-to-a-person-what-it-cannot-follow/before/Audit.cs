using System.Collections.Specialized;
using Duende.IdentityServer.Validation;

namespace Login;

public class Audit : ITokenRequestValidator
{
    private readonly ITokenRequestValidator _inner;

    public Audit(ITokenRequestValidator inner) => _inner = inner;

    public Task<TokenRequestValidationResult> ValidateRequestAsync(NameValueCollection parameters, ClientSecretValidationResult client)
        => _inner.ValidateRequestAsync(Clean(parameters), client);

    private static NameValueCollection Clean(NameValueCollection values) => values;
}

public class Tuples : ITokenRequestValidator
{
    Task<TokenRequestValidationResult> ITokenRequestValidator.ValidateRequestAsync(NameValueCollection parameters, ClientSecretValidationResult client)
    {
        var both = (parameters, client);
        return Task.FromResult(new TokenRequestValidationResult(null, both.parameters["error"]));
    }
}

public static class Delegates
{
    public static Func<NameValueCollection, ClientSecretValidationResult, Task<TokenRequestValidationResult>> Of(ITokenRequestValidator v) =>
        v.ValidateRequestAsync;
}
