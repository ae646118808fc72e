using Duende.IdentityServer.Endpoints.Results;
using Duende.IdentityServer.Hosting;
using Duende.IdentityServer.Validation;

namespace Login;

public class Result : LoginPageResult
{
    public Result(ValidatedAuthorizeRequest request)
        : base(request)
    {
    }
}
