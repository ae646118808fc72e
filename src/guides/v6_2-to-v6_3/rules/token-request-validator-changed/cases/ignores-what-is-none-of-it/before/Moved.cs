using System.Collections.Specialized;
using Duende.IdentityServer.Validation;

namespace Login;

public class Moved : ITokenRequestValidator
{
    public Task<TokenRequestValidationResult> ValidateRequestAsync(TokenRequestValidationContext context) => throw new NotImplementedException();
}

public class Other : IBackchannelAuthenticationRequestValidator
{
    // ITokenRequestValidator.ValidateRequestAsync(parameters, client)
    public Task<BackchannelAuthenticationRequestValidationResult> ValidateRequestAsync(NameValueCollection parameters, ClientSecretValidationResult client)
        => throw new NotImplementedException("ValidateRequestAsync(parameters, client)");

    public Task Call(IBackchannelAuthenticationRequestValidator v, NameValueCollection p, ClientSecretValidationResult c) => v.ValidateRequestAsync(p, c);
}

#if NEVER
public class Dead : ITokenRequestValidator
{
    public Task<TokenRequestValidationResult> ValidateRequestAsync(NameValueCollection parameters, ClientSecretValidationResult client) => null;
}
#endif
