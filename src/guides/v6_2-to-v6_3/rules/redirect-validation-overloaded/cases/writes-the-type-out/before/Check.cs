using Duende.IdentityServer.Validation;

namespace Login;

public class Check
{
    public object Make(IRedirectUriValidator validator)
    {
        var check = validator.IsRedirectUriValidAsync;
        return check;
    }
}
