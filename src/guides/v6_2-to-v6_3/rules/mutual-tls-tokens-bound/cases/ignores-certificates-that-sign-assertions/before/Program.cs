using Duende.IdentityServer;
using Duende.IdentityServer.Models;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer().AddInMemoryClients(new[]
{
    new Client
    {
        ClientId = "bank",
        AccessTokenType = AccessTokenType.Reference,
        ClientSecrets = { new Secret("x") { Type = IdentityServerConstants.SecretTypes.X509CertificateBase64 } },
    },
});
builder.Build().Run();
