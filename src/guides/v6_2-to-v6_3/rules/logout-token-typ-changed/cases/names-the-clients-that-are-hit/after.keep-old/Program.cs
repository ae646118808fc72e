using Duende.IdentityServer.Models;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer(options => { options.EmitStaticAudienceClaim = true; options.LogoutTokenJwtType = "at+jwt"; })
    .AddInMemoryClients(Clients.All);
builder.Build().Run();

static class Clients
{
    public static readonly List<Client> All = new()
    {
        new Client { ClientId = "portal", BackChannelLogoutUri = "https://portal.example/logout" },
    };
}
