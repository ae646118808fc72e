using System.Collections.Specialized;
using Duende.IdentityServer.Validation;
using Checks = Login.Ours.ITokenRequestValidator;

namespace Login.Ours;

public interface ITokenRequestValidator
{
    Task<TokenRequestValidationResult> ValidateRequestAsync(NameValueCollection parameters, ClientSecretValidationResult client);
}

public class Own : ITokenRequestValidator
{
    public Task<TokenRequestValidationResult> ValidateRequestAsync(NameValueCollection parameters, ClientSecretValidationResult client) => null;

    public Task Twice(Checks checks) => checks.ValidateRequestAsync(null, null);
}
