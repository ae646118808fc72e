using System.Collections.Specialized;
using Duende.IdentityServer.Validation;

namespace Login;

public partial class PartialValidator : ITokenRequestValidator { }

// another interface of the product with the same method
public class Ciba : IBackchannelAuthenticationRequestValidator
{
    public Task<BackchannelAuthenticationRequestValidationResult> ValidateRequestAsync(NameValueCollection parameters, ClientSecretValidationResult clientValidationResult) => null;
}

// overload of its own beside it
public class Overloads : ITokenRequestValidator
{
    private readonly ITokenRequestValidator inner;
    public Overloads(ITokenRequestValidator inner) => this.inner = inner;
    public Task<TokenRequestValidationResult> ValidateRequestAsync(NameValueCollection parameters) => ValidateRequestAsync(new TokenRequestValidationContext { RequestParameters = parameters, ClientValidationResult = null });
    public Task<TokenRequestValidationResult> ValidateRequestAsync(TokenRequestValidationContext context) => inner.ValidateRequestAsync(context);
}
