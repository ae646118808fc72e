using Duende.IdentityServer.Validation;
using System.Collections.Specialized;

namespace Login;

// implemented by a method inherited from a class that knows nothing of the interface
public class Plain
{
    public Task<TokenRequestValidationResult> ValidateRequestAsync(NameValueCollection parameters, ClientSecretValidationResult clientValidationResult) => null;
}

public class ByInheritance : Plain, ITokenRequestValidator { }

public interface IOwn : ITokenRequestValidator { }

public class ThroughOwn : IOwn
{
    public Task<TokenRequestValidationResult> ValidateRequestAsync(TokenRequestValidationContext context) => Task.FromResult<TokenRequestValidationResult>(null);
}

public class UsesOwn
{
    public Task<TokenRequestValidationResult> A(IOwn own, NameValueCollection f) => own.ValidateRequestAsync(new TokenRequestValidationContext { RequestParameters = f, ClientValidationResult = null });
    public Task<TokenRequestValidationResult> B(ThroughOwn own, NameValueCollection f) => own.ValidateRequestAsync(new TokenRequestValidationContext { RequestParameters = f, ClientValidationResult = null });
    public Task<TokenRequestValidationResult> C(Plain own, NameValueCollection f) => own.ValidateRequestAsync(f, null);
}
