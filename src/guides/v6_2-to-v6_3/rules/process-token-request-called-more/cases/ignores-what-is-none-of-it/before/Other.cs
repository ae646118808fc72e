using Duende.IdentityServer.ResponseHandling;
using Duende.IdentityServer.Validation;

namespace Login;

public class Refresh : TokenResponseGenerator
{
    // ProcessTokenRequestAsync isn't called for refresh tokens.
    protected override Task<TokenResponse> ProcessRefreshTokenRequestAsync(TokenRequestValidationResult request) => base.ProcessRefreshTokenRequestAsync(request);
}

public class Own : ITokenResponseGenerator
{
    public Task<TokenResponse> ProcessAsync(TokenRequestValidationResult validationResult) => ProcessTokenRequestAsync(validationResult);

    private Task<TokenResponse> ProcessTokenRequestAsync(TokenRequestValidationResult r) => throw new NotImplementedException("ProcessTokenRequestAsync");
}

#if NEVER
public class Dead : TokenResponseGenerator
{
    protected override Task<TokenResponse> ProcessTokenRequestAsync(TokenRequestValidationResult r) => null;
}
#endif
