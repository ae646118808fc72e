using Duende.IdentityServer.Models;

namespace Acme.Login;

public class FileStore : StoreBase
{
    public override Task<Client> FindClientByIdAsync(string clientId) => Files.ReadAsync(clientId);
}
