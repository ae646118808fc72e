using Duende.IdentityServer.Validation;
using Moq;

namespace Login;

public class Tests
{
    public object Make() => new Mock<IRedirectUriValidator>();
}
