using Duende.IdentityServer.Models;
using Duende.IdentityServer.Stores;

namespace Acme.Login;

public class LoggingClientStore : IClientStore
{
    private readonly IClientStore _inner;

    public LoggingClientStore(IClientStore inner) => _inner = inner;

    public Task<Client> FindClientByIdAsync(string clientId) => _inner.FindClientByIdAsync(clientId);
}
