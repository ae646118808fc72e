using Duende.IdentityServer.Models;
using Duende.IdentityServer.Stores;

namespace Acme.Login;

public class MongoClientStore : IClientStore
{
    private readonly IMongoCollection<ClientDocument> _clients;

    public MongoClientStore(IMongoCollection<ClientDocument> clients) => _clients = clients;

    public async Task<Client> FindClientByIdAsync(string clientId)
    {
        var found = await _clients.Find(client => client.Id == clientId).FirstOrDefaultAsync();
        return found?.ToClient();
    }
}
