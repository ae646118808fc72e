using Duende.IdentityServer.Models;
using Duende.IdentityServer.Services;

namespace Login;

public class Parser : IReturnUrlParser
{
    public Task<AuthorizationRequest> ParseAsync(string returnUrl) => throw new NotSupportedException();
}
