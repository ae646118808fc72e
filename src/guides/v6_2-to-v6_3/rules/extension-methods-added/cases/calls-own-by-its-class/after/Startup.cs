using System.Security.Cryptography.X509Certificates;
using Duende.IdentityServer.Extensions;
using Duende.IdentityServer.Models;
using My.Setup;

namespace Login;

public static class Startup
{
    public static void Add(IServiceCollection services, X509Certificate2 certificate)
    {
        var builder = My.Setup.Extensions.AddInMemoryClients(services.AddIdentityServer(options => options.EmitStaticAudienceClaim = true), new List<Client>());
        builder?.ToString();
        My.Setup.Extensions.AddInMemoryIdentityProviders(builder, new IdentityProvider[0]).Services.AddLogging();
        _ = My.Setup.Extensions.GetSha256Thumbprint(certificate);
    }
}
