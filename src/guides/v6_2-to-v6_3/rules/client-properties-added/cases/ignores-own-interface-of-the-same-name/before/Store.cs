namespace Acme.Login;

public interface IClientStore
{
    Task<string> FindClientByIdAsync(string clientId);
}

/// <summary>Not a Duende.IdentityServer.Stores.IClientStore.</summary>
public class CustomerStore : IClientStore
{
    public Task<string> FindClientByIdAsync(string clientId) => Task.FromResult("IClientStore");
}
