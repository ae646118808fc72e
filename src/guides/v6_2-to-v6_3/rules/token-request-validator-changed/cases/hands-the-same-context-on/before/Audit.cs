using System.Collections.Specialized;
using Duende.IdentityServer.Validation;

namespace Login;

public class Audit : ITokenRequestValidator
{
    private readonly ITokenRequestValidator _inner;

    public Audit(ITokenRequestValidator inner) => _inner = inner;

    public virtual async Task<TokenRequestValidationResult> ValidateRequestAsync(
        NameValueCollection parameters,
        ClientSecretValidationResult client)
    {
        if (parameters == null) throw new ArgumentNullException(nameof(parameters));
        parameters["tenant"] = client.Client.ClientId;
        parameters = new NameValueCollection(parameters);
        var result = await _inner.ValidateRequestAsync(parameters, client);
        Log($"{client.Client.ClientId}: {result.IsError}");
        return result;
    }

    private void Log(string line) { }
}

public class Louder : Audit
{
    public Louder(ITokenRequestValidator inner) : base(inner) { }

    public override Task<TokenRequestValidationResult> ValidateRequestAsync(NameValueCollection p, ClientSecretValidationResult c)
        => base.ValidateRequestAsync(p, c);
}
