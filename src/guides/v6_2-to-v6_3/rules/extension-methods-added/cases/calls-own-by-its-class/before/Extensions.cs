using System.Security.Cryptography.X509Certificates;
using Duende.IdentityServer.Models;

namespace My.Setup;

public static class Extensions
{
    public static IIdentityServerBuilder AddInMemoryClients(this IIdentityServerBuilder builder, ICollection<Client> clients) => builder;

    public static IIdentityServerBuilder AddInMemoryIdentityProviders(this IIdentityServerBuilder builder, IEnumerable<IdentityProvider> providers) => builder;

    public static string GetSha256Thumbprint(this X509Certificate2 certificate) => "";
}
