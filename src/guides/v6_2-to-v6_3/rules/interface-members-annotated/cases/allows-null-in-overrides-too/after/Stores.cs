using Duende.IdentityServer.Models;
using Duende.IdentityServer.Stores;

namespace Host;

public abstract class Store : IClientStore
{
    public abstract Task<Client?> FindClientByIdAsync(string clientId);
}

public class Memory : Store
{
    public override Task<Client?> FindClientByIdAsync(string clientId) => throw new NotSupportedException();
}
