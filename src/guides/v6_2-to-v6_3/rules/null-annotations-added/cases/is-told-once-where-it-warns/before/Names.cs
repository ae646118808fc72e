using Duende.IdentityServer.Models;

namespace Host;

public static class Names
{
    public static string Of(Client client) => client.ClientName;

    public static int Length(Client client) => client.ClientName.Length;

    public static string Uri(Client client) => client.ClientUri;
}
