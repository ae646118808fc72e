using Duende.IdentityServer.ResponseHandling;
using Duende.IdentityServer.Validation;
namespace Acme;
public class OneLine : TokenResponseGenerator
{
    protected override Task<TokenResponse> ProcessTokenRequestAsync(TokenRequestValidationResult r) { if (r.ValidatedRequest.GrantType is "authorization_code" or "urn:ietf:params:oauth:grant-type:device_code" or "urn:openid:params:grant-type:ciba") return base.ProcessTokenRequestAsync(r); System.Console.WriteLine(); return base.ProcessTokenRequestAsync(r); }
    protected override Task<TokenResponse> ProcessAuthorizationCodeRequestAsync(TokenRequestValidationResult request) { return base.ProcessAuthorizationCodeRequestAsync(request); }
}
public class NewParam : TokenResponseGenerator
{
    protected override async Task<TokenResponse> ProcessTokenRequestAsync(TokenRequestValidationResult @base)
    {
        if (@base.ValidatedRequest.GrantType is "authorization_code" or "urn:ietf:params:oauth:grant-type:device_code" or "urn:openid:params:grant-type:ciba")
            return await base.ProcessTokenRequestAsync(@base);
        System.Func<Task<TokenResponse>> later = () => base.ProcessTokenRequestAsync(@base);
        return await later();
    }
    protected override Task<TokenResponse> ProcessAuthorizationCodeRequestAsync(TokenRequestValidationResult request) { return base.ProcessAuthorizationCodeRequestAsync(request); }
}
public class Comments : TokenResponseGenerator
{
    protected override async Task<TokenResponse> ProcessTokenRequestAsync(
        TokenRequestValidationResult validationResult) // all of them
    { // start
        if (validationResult.ValidatedRequest.GrantType is "authorization_code" or "urn:ietf:params:oauth:grant-type:device_code" or "urn:openid:params:grant-type:ciba")
            return await base.ProcessTokenRequestAsync(validationResult);
#if DEBUG
        System.Console.WriteLine("debug");
#endif
        var response = await base.ProcessTokenRequestAsync(validationResult);
        return response;
    }
    protected override Task<TokenResponse> ProcessAuthorizationCodeRequestAsync(TokenRequestValidationResult request) { return base.ProcessAuthorizationCodeRequestAsync(request); }
}
public class Aliased : TokenResponseGenerator
{
    protected override Task<TokenResponse> ProcessTokenRequestAsync(TokenRequestValidationResult validationResult)
    {
        if (validationResult.ValidatedRequest.GrantType is "authorization_code" or "urn:ietf:params:oauth:grant-type:device_code" or "urn:openid:params:grant-type:ciba")
            return base.ProcessTokenRequestAsync(validationResult);
        validationResult = new TokenRequestValidationResult(validationResult.ValidatedRequest, null);
        return base.ProcessTokenRequestAsync(validationResult);
    }
    protected override Task<TokenResponse> ProcessAuthorizationCodeRequestAsync(TokenRequestValidationResult request) { return base.ProcessAuthorizationCodeRequestAsync(request); }
}
public class Middle : TokenResponseGenerator
{
    protected override Task<TokenResponse> ProcessTokenRequestAsync(TokenRequestValidationResult validationResult)
    {
        return base.ProcessTokenRequestAsync(validationResult);
    }
}
public class Leaf : Middle
{
    protected override Task<TokenResponse> ProcessTokenRequestAsync(TokenRequestValidationResult validationResult)
    {
        if (validationResult.ValidatedRequest.GrantType is "authorization_code" or "urn:ietf:params:oauth:grant-type:device_code" or "urn:openid:params:grant-type:ciba")
            return base.ProcessTokenRequestAsync(validationResult);
        return base.ProcessTokenRequestAsync(validationResult);
    }
    protected override Task<TokenResponse> ProcessAuthorizationCodeRequestAsync(TokenRequestValidationResult request) { return base.ProcessAuthorizationCodeRequestAsync(request); }
}
public class Iter : TokenResponseGenerator
{
    protected override Task<TokenResponse> ProcessTokenRequestAsync(TokenRequestValidationResult validationResult)
    {
        if (validationResult.ValidatedRequest.GrantType is "authorization_code" or "urn:ietf:params:oauth:grant-type:device_code" or "urn:openid:params:grant-type:ciba")
            return base.ProcessTokenRequestAsync(validationResult);
        return Task.FromResult<TokenResponse>(null);
    }
    public Task<TokenResponse> ProcessTokenRequestAsync(string s) { return null; }
    protected override Task<TokenResponse> ProcessAuthorizationCodeRequestAsync(TokenRequestValidationResult request) { return base.ProcessAuthorizationCodeRequestAsync(request); }
}
public class Empty : TokenResponseGenerator
{
    protected override Task<TokenResponse> ProcessTokenRequestAsync(TokenRequestValidationResult validationResult) { if (validationResult.ValidatedRequest.GrantType is "authorization_code" or "urn:ietf:params:oauth:grant-type:device_code" or "urn:openid:params:grant-type:ciba") return base.ProcessTokenRequestAsync(validationResult); throw new System.NotSupportedException(); }
    protected override Task<TokenResponse> ProcessAuthorizationCodeRequestAsync(TokenRequestValidationResult request) { return base.ProcessAuthorizationCodeRequestAsync(request); }
}
