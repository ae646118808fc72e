namespace Acme.Login;

public abstract class StoreBase : Duende.IdentityServer.Stores.IClientStore
{
    public abstract Task<Duende.IdentityServer.Models.Client> FindClientByIdAsync(string clientId);
}
