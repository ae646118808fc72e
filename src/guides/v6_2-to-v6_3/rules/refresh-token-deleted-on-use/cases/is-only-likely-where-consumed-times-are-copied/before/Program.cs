using Duende.IdentityServer.Models;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIdentityServer()
    .AddConfigurationStore()
    .AddOperationalStore();
builder.Build().Run();

public class Row { public DateTime? When { get; set; } }

public static class Maps
{
    public static Row Of(PersistedGrant grant) => new Row { When = grant.ConsumedTime };
    public static Client Of(Duende.IdentityServer.EntityFramework.Entities.Client client) => new Client { ClientId = client.ClientId, AllowOfflineAccess = client.AllowOfflineAccess };
}
