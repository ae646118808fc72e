using Duende.IdentityServer.Models;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(options =>
{
    options.MutualTls.Enabled = false;
    options.KeyManagement.Enabled = true;
    // options.MutualTls.Enabled = true;
    options.MutualTls.AlwaysEmitConfirmationClaim = true;
});
builder.Build().Run();

public class Issuer
{
    public object Make(Client client) => new RefreshTokenCreationRequest { Client = client };
}
