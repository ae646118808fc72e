using System.Collections.Specialized;
using Duende.IdentityServer.Validation;

namespace Login;

public class Audit : ITokenRequestValidator
{
    private readonly ITokenRequestValidator _inner;

    public Audit(ITokenRequestValidator inner) => _inner = inner;

    public virtual async Task<TokenRequestValidationResult> ValidateRequestAsync(
        TokenRequestValidationContext context)
    {
        if (context.RequestParameters == null) throw new ArgumentNullException(nameof(context));
        context.RequestParameters["tenant"] = context.ClientValidationResult.Client.ClientId;
        context.RequestParameters = new NameValueCollection(context.RequestParameters);
        var result = await _inner.ValidateRequestAsync(context);
        Log($"{context.ClientValidationResult.Client.ClientId}: {result.IsError}");
        return result;
    }

    private void Log(string line) { }
}

public class Louder : Audit
{
    public Louder(ITokenRequestValidator inner) : base(inner) { }

    public override Task<TokenRequestValidationResult> ValidateRequestAsync(TokenRequestValidationContext context)
        => base.ValidateRequestAsync(context);
}
