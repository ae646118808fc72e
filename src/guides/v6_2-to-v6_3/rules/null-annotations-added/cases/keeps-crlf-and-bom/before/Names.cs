using Duende.IdentityServer.Models;

namespace Host;

public static class Names
{
    public static string Of(Client client) => client.ClientName; // ä
}
