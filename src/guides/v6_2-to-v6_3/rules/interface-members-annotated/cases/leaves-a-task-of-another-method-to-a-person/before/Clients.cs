using Duende.IdentityServer.Models;
using Duende.IdentityServer.Stores;

namespace Host;

public class Clients : IClientStore
{
    public Task<Client> FindClientByIdAsync(string clientId) => Load(clientId);

    private static async Task<Client> Load(string clientId)
    {
        await Task.Yield();
        return new Client { ClientId = clientId };
    }
}
