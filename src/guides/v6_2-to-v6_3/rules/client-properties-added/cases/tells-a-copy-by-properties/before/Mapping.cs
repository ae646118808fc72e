using Duende.IdentityServer.EntityFramework.Entities;

namespace Acme.Login;

public class ClientDocument
{
    public string Id { get; set; } = "";
    public bool RequirePkce { get; set; }
}

public static class Mapping
{
    public static Client ToEntity(this ClientDocument document) => new Client
    {
        ClientId = document.Id,
        RequirePkce = document.RequirePkce,
    };

    public static void Copy(ClientDocument document, Client client)
    {
        client.RequirePkce = document.RequirePkce;
    }
}
