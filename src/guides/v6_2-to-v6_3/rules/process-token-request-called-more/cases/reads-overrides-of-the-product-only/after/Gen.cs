using Duende.IdentityServer.ResponseHandling;
using Duende.IdentityServer.Validation;
namespace Acme;
public abstract class GenericBase<T> : TokenResponseGenerator
{
    protected override async Task<TokenResponse> ProcessTokenRequestAsync(TokenRequestValidationResult request)
    {
        var response = await base.ProcessTokenRequestAsync(request);
        response.Custom["t"] = typeof(T).Name;
        return response;
    }
}
public class Twice : GenericBase<string>
{
    protected override Task<TokenResponse> ProcessTokenRequestAsync(TokenRequestValidationResult r) => base.ProcessTokenRequestAsync(r);
    protected override async Task<TokenResponse> ProcessAuthorizationCodeRequestAsync(TokenRequestValidationResult request)
    {
        return await base.ProcessAuthorizationCodeRequestAsync(request);
    }
}
public partial class Part : TokenResponseGenerator { }
public partial class Part
{
    protected override Task<TokenResponse> ProcessTokenRequestAsync(TokenRequestValidationResult validationResult)
    {
        if (validationResult.ValidatedRequest.GrantType is "authorization_code" or "urn:ietf:params:oauth:grant-type:device_code" or "urn:openid:params:grant-type:ciba")
            return base.ProcessTokenRequestAsync(validationResult);
        Count++;
        return base.ProcessTokenRequestAsync(new TokenRequestValidationResult(validationResult.ValidatedRequest, null));
    }
    private int Count;
}
public partial class Part
{
    protected override Task<TokenResponse> ProcessAuthorizationCodeRequestAsync(TokenRequestValidationResult request)
    {
        Count++;
        return base.ProcessAuthorizationCodeRequestAsync(request);
    }
}
public class OwnNew : TokenResponseGenerator
{
    protected new Task<TokenResponse> ProcessTokenRequestAsync(TokenRequestValidationResult validationResult) { return null; }
}
public class Overload : TokenResponseGenerator
{
    protected Task<TokenResponse> ProcessTokenRequestAsync(TokenRequestValidationResult validationResult, int n) { return null; }
}
public interface IMine { Task<TokenResponse> ProcessTokenRequestAsync(TokenRequestValidationResult r); }
public class Explicit : TokenResponseGenerator, IMine
{
    Task<TokenResponse> IMine.ProcessTokenRequestAsync(TokenRequestValidationResult r) { return null; }
}
public class Sealed : TokenResponseGenerator
{
    protected sealed override async Task<TokenResponse> ProcessTokenRequestAsync(TokenRequestValidationResult result)
    {
        // only for machines
        if (result.ValidatedRequest.GrantType != "client_credentials") return await base.ProcessTokenRequestAsync(result);
        await Task.Yield();
        return new TokenResponse();
    }
}
public class Caller : TokenResponseGenerator
{
    protected override Task<TokenResponse> ProcessRefreshTokenRequestAsync(TokenRequestValidationResult request) => ProcessTokenRequestAsync(request);
}
public class OneLine : TokenResponseGenerator
{
    protected override Task<TokenResponse> ProcessTokenRequestAsync(TokenRequestValidationResult r) { System.Console.WriteLine(); return base.ProcessTokenRequestAsync(r); }
}
public class NewParam : TokenResponseGenerator
{
    protected override async Task<TokenResponse> ProcessTokenRequestAsync(TokenRequestValidationResult @base)
    {
        System.Func<Task<TokenResponse>> later = () => base.ProcessTokenRequestAsync(@base);
        return await later();
    }
}
