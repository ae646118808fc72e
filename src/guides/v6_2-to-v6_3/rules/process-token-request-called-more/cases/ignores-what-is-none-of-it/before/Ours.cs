using Duende.IdentityServer.ResponseHandling;
using Stock = Login.Ours.TokenResponseGenerator;

namespace Login.Ours;

public abstract class TokenResponseGenerator
{
    protected virtual Task ProcessTokenRequestAsync(string request) => Task.CompletedTask;
}

public class Derived : Stock
{
    protected override Task ProcessTokenRequestAsync(string request) => base.ProcessTokenRequestAsync(request);
}
