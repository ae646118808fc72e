using Duende.IdentityServer.Events;
using Duende.IdentityServer.Models;
using Duende.IdentityServer.Services;

namespace Host;

public class ClientSettings
{
    public string? Id { get; set; }
    public string? Name { get; set; }
    public List<string>? Origins { get; set; }
    public ICollection<string>? Scopes { get; set; }
    public string[]? RedirectUris { get; set; }
}

public static class Config
{
    public static Client ToClient(ClientSettings settings) => new()
    {
        ClientId = settings.Id,
        ClientName = settings.Name,
        AllowedCorsOrigins = settings.Origins,
        AllowedScopes = settings.Scopes,
        RedirectUris = settings.RedirectUris,
        PostLogoutRedirectUris = null,
    };

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddIdentityServer(options => options.KeyManagement.KeyPath = "keys")
            .AddInMemoryClients(configuration.GetSection("Clients").Get<List<Client>>())
            .AddInMemoryApiScopes(configuration.GetSection("Scopes").Get<ApiScope[]>());
    }

    public static void AddKeys(IServiceCollection services, IConfiguration configuration)
    {
        services.AddIdentityServer(options =>
        {
            options.KeyManagement.KeyPath = configuration["KeyPath"];
            options.IssuerUri = configuration["Issuer"];
        });
    }

    public static Task Device(IDeviceFlowInteractionService interaction, ClientSettings settings) =>
        interaction.GetAuthorizationContextAsync(settings.Id);
}

public class Audited : Event
{
    public Audited() : base(null, "Audited", EventTypes.Success, 1, null) { }
}
