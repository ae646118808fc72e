using System.Collections.Specialized;
using Duende.IdentityServer.Validation;

namespace Login;

public class Caller
{
    public async Task Two(ITokenRequestValidator v, NameValueCollection p, ClientSecretValidationResult c)
    {
        await v.ValidateRequestAsync(p, c); await v.ValidateRequestAsync(clientValidationResult: c, parameters: p);
    }
}
