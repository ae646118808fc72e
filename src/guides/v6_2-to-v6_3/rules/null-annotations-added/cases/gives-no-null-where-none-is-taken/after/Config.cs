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
        ClientId = settings.Id ?? "",
        ClientName = settings.Name,
        AllowedCorsOrigins = settings.Origins ?? new(),
        AllowedScopes = settings.Scopes ?? new List<string>(),
        RedirectUris = settings.RedirectUris ?? Array.Empty<string>(),
        PostLogoutRedirectUris = new List<string>(),
    };

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddIdentityServer(options => options.KeyManagement.KeyPath = "keys")
            .AddInMemoryClients(configuration.GetSection("Clients").Get<List<Client>>() ?? throw new InvalidOperationException("clients is null."))
            .AddInMemoryApiScopes(configuration.GetSection("Scopes").Get<ApiScope[]>() ?? throw new InvalidOperationException("apiScopes is null."));
    }

    public static void AddKeys(IServiceCollection services, IConfiguration configuration)
    {
        services.AddIdentityServer(options =>
        {
            options.KeyManagement.KeyPath = configuration["KeyPath"] ?? throw new InvalidOperationException("KeyPath is null.");
            options.IssuerUri = configuration["Issuer"];
        });
    }

    public static Task Device(IDeviceFlowInteractionService interaction, ClientSettings settings) =>
        interaction.GetAuthorizationContextAsync(settings.Id ?? "");
}

public class Audited : Event
{
    public Audited() : base("", "Audited", EventTypes.Success, 1, null) { }
}
