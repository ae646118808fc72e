using System.Security.Cryptography.X509Certificates;
using Duende.IdentityServer.Models;
using My.Setup;

namespace Login
{
    public static class Startup
    {
        public static void Add(IIdentityServerBuilder builder, IEnumerable<Client> some, X509Certificate2 certificate, Own.Builder own)
        {
            builder.AddInMemoryClients(some);                             // only enumerable: the product's, as before
            builder.AddInMemoryIdentityProviders(new OidcProvider[0]);    // own parameter is more special
            My.Setup.Extensions.AddInMemoryClients(builder, new List<Client>());
            own.AddInMemoryClients(new List<Client>());
            _ = certificate.GetSha256Thumbprint();                        // its namespace is not imported
            // builder.AddInMemoryClients(new List<Client>());
        }
    }
}

namespace My.Setup
{
    public static class Extensions
    {
        public static IIdentityServerBuilder AddInMemoryClients(this IIdentityServerBuilder builder, ICollection<Client> clients) => builder;
        public static IIdentityServerBuilder AddInMemoryIdentityProviders(this IIdentityServerBuilder builder, IEnumerable<OidcProvider> providers) => builder;
        public static string GetSha256Thumbprint(this X509Certificate2 certificate) => "";
    }

    public class Inside
    {
        public void Add(IIdentityServerBuilder builder) => builder.AddInMemoryClients(new List<Client>());
    }
}

namespace Own
{
    public class Builder { public void AddInMemoryClients(List<Client> clients) { } }
}
