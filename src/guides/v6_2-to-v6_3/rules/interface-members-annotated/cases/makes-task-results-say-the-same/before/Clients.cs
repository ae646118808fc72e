using Duende.IdentityServer.Models;
using Duende.IdentityServer.Stores;

namespace Host;

public class Fixed : IClientStore
{
    public Task<Client> FindClientByIdAsync(string clientId) => Task.FromResult(new Client { ClientId = clientId });
}

public class Listed : IClientStore
{
    private readonly List<Client> _clients = new();

    public Task<Client> FindClientByIdAsync(string clientId)
    {
        var found = _clients.First(client => { return client.ClientId == clientId; });
        if (clientId == "") return Task.FromResult<Client>(found);
        return clientId == "none" ? Task.FromResult<Client?>(null)! : Task.FromResult(found);
    }
}
