using Duende.IdentityServer.Models;
using Duende.IdentityServer.Validation;

namespace Login;

public class Check
{
    public object Make(IRedirectUriValidator validator)
    {
        System.Func<string, Client, System.Threading.Tasks.Task<bool>> check = validator.IsRedirectUriValidAsync;
        return check;
    }
}
