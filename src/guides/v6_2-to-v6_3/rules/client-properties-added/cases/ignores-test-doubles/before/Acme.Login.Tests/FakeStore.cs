using Duende.IdentityServer.Models;
using Duende.IdentityServer.Stores;

public class FakeStore : IClientStore
{
    public Task<Client> FindClientByIdAsync(string clientId) => Task.FromResult<Client>(null);
}
