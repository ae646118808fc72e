using Duende.IdentityServer.Models;
using Duende.IdentityServer.Validation;

namespace Login;

public class Check : IRedirectUriValidator
{
    public Task<bool> IsRedirectUriValidAsync(string uri, Client client) => Task.FromResult(true);

    public object Make(IRedirectUriValidator validator, Mine mine, Client client)
    {
        Func<string, Client, Task<bool>> typed = validator.IsRedirectUriValidAsync;
        var called = validator.IsRedirectUriValidAsync("x", client);
        var own = mine.IsRedirectUriValidAsync;
        // var check = validator.IsRedirectUriValidAsync;
        return (typed, called, own);
    }
}

public class Mine
{
    public bool IsRedirectUriValidAsync(string uri) => true;
}
