using System.Collections.Specialized;
using Duende.IdentityServer.Validation;

namespace Login;

public class Caller
{
    public async Task Two(ITokenRequestValidator v, NameValueCollection p, ClientSecretValidationResult c)
    {
        await v.ValidateRequestAsync(new TokenRequestValidationContext { RequestParameters = p, ClientValidationResult = c }); await v.ValidateRequestAsync(new TokenRequestValidationContext { ClientValidationResult = c, RequestParameters = p });
    }
}
