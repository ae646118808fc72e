using Duende.IdentityServer.Models;
using Duende.IdentityServer.Services;

namespace Host;

public class Clients
{
    public bool Any(IEnumerable<Client> clients) => clients.Any(client => client.ClientName.Length > 3);

    public Task<string> Logout(IIdentityServerInteractionService interaction) => interaction.CreateLogoutContextAsync();

    public Task Refuse(IIdentityServerInteractionService interaction, ConsentResponse answer) =>
        interaction.GrantConsentAsync(null, answer);

    public Client Copy(ClientDto dto) => new()
    {
        Claims = dto.Claims ?? Array.Empty<ClientClaim>(),
        Properties = dto.Properties ?? new Dictionary<string, string>(),
    };
}

public class ClientDto
{
    public ClientClaim[]? Claims { get; set; }
    public IDictionary<string, string>? Properties { get; set; }
}
