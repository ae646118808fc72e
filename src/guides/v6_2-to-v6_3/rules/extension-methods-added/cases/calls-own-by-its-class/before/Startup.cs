using System.Security.Cryptography.X509Certificates;
using Duende.IdentityServer.Extensions;
using Duende.IdentityServer.Models;
using My.Setup;

namespace Login;

public static class Startup
{
    public static void Add(IServiceCollection services, X509Certificate2 certificate)
    {
        var builder = services.AddIdentityServer(options => options.EmitStaticAudienceClaim = true)
            .AddInMemoryClients(new List<Client>());
        builder?.ToString();
        builder.AddInMemoryIdentityProviders(new IdentityProvider[0]).Services.AddLogging();
        _ = certificate.GetSha256Thumbprint();
    }
}
