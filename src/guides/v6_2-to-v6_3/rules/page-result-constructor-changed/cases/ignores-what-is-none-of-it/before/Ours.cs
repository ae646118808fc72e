using Duende.IdentityServer.Endpoints.Results;
using Page = Login.Ours.LoginPageResult;

namespace Login.Ours;

public class LoginPageResult
{
    public LoginPageResult(string request) { }

    public static Page Make(string request) => new(request);

    public static object Other(string request) => new LoginPageResult(request);
}
