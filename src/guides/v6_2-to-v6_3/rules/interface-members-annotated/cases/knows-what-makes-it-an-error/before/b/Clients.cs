using Duende.IdentityServer.Models;
using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;

namespace Login;

public class Clients : IClientStore
{
    private readonly IClientStore inner;

    public Clients(IClientStore inner) => this.inner = inner;

    public Task<Client> FindClientByIdAsync(string clientId) => inner.FindClientByIdAsync(clientId);
}
