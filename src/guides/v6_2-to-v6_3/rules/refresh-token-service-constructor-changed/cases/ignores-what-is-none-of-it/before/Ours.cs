using Duende.IdentityServer.Services;
using Stock = Login.Ours.DefaultRefreshTokenService;

namespace Login.Ours;

public class DefaultRefreshTokenService
{
    public DefaultRefreshTokenService(int a, int b, int c, int d) { }
}

public class Derived : DefaultRefreshTokenService
{
    public Derived() : base(1, 2, 3, 4) { }

    public static Stock Make() => new(1, 2, 3, 4);
}
