using Duende.IdentityServer.Models;
using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;

namespace Host;

public class Urls : IServerUrls
{
    public string Origin { get; set; } = "";

    public string BasePath
    {
        get;
        set;
    } = "";
}

public abstract class Finder<T> where T : class
{
    public Task<T> FindClientByIdAsync(string clientId) => throw new NotSupportedException();
}

public class Clients
    : Finder<Client>,
    IClientStore
{
}

public class Caching : IClientStore
{
    private readonly IClientStore _inner;

    public Caching(IClientStore inner) => _inner = inner;

    public async Task<Client> FindClientByIdAsync(string clientId)
    {
        if (clientId == "") throw new ArgumentException("No id");
        return await _inner.FindClientByIdAsync(clientId);
    }
}

public class Hashed : Secret
{
    public override bool Equals(object obj) => base.Equals(obj);

    public override int GetHashCode() => base.GetHashCode();
}
