using Client = Own.Client;
using Product = Duende.IdentityServer.Models;

namespace Host;

public class Uses
{
    private static void Print(string text) => Console.WriteLine(text);

    // client.ClientName.Length
    public string Own(Client client) => client.ClientName;

    public string Text() => "client.ClientName.Length";

    public void NonNull(Product.Client client) => Print(client.ClientId);

#if OLD
    public void Old(Product.Client client) => Print(client.ClientName);
#endif

#pragma warning disable CS8604
    public void Silenced(Product.Client client) => Print(client.ClientName);
#pragma warning restore CS8604

#nullable disable
    public void Off(Product.Client client) => Print(client.ClientName);
#nullable restore

#nullable disable warnings
    public void AnnotationsOnly(Product.Client client) => Print(client.ClientName);
#nullable restore
}

public class Named : Product.Client
{
    public new string ClientName { get; set; } = "";

    public string Upper() => ClientName.ToUpper();
}
