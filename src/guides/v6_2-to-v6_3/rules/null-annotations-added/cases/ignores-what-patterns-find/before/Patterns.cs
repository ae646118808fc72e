using Duende.IdentityServer.Models;
using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;

namespace Host;

public class Patterns
{
    private static void Print(string text) => Console.WriteLine(text);
    private static void PrintAny(IEnumerable<string?> texts) => Console.WriteLine(texts.Count());

    public async Task Properties(IClientStore clients, string id)
    {
        var client = await clients.FindClientByIdAsync(id);
        if (client is { ClientName: not null })
            Print(client.ClientName);
        if (client is { LogoUri: { Length: > 3 } uri })
            Print(uri + client.LogoUri.Length);
        if (client is null or { ClientUri: null })
            return;
        Print(client.ClientUri);
    }

    public async Task Designated(IClientStore clients, string id)
    {
        if (await clients.FindClientByIdAsync(id) is { ClientName: { } name } client)
            Print(name + client.ClientName.Length);
        if (await clients.FindClientByIdAsync(id) is not { Description: not null } other)
            throw new InvalidOperationException();
        Print(other.Description);
    }

    public async Task Chains(IPersistedGrantStore grants, string key)
    {
        var grant = await grants.GetAsync(key);
        if (grant?.SessionId == null)
            return;
        Print(grant.SessionId);
        Print(grant.Key);
    }

    public void Deep(AuthorizationRequest? request)
    {
        if (request?.Client?.ClientName is not { Length: > 0 } name)
            return;
        Print(name + request.Client.ClientName.Length);
        Print(request.RedirectUri);
    }

    public void Text(AuthorizationRequest? request)
    {
        if (string.IsNullOrEmpty(request?.LoginHint))
            return;
        Print(request.LoginHint);
    }

    public async Task Cases(IClientStore clients, string id)
    {
        var client = await clients.FindClientByIdAsync(id);
        switch (client?.ClientName)
        {
            case null:
                break;
            case "a":
            case "b":
                Print(client.ClientName);
                break;
        }
        switch (client)
        {
            case { LogoUri: "x" }:
                Print(client.LogoUri);
                break;
            case null:
                return;
        }
        Print(client.ClientId);
    }

    public string Assigned(Client client)
    {
        string? name;
        if ((name = client.ClientName) != null)
            return name;
        return "none";
    }

#nullable disable
    public void Left(Client client)
    {
        Print(client.ClientName);
#nullable restore
    }

    public async Task Inside(IClientStore clients, string id)
    {
#nullable disable
        var client = await clients.FindClientByIdAsync(id);
        Print(client.ClientName);
#nullable restore
    }

    public async Task<List<string>> Lists(IPersistedGrantStore grants)
    {
        var all = await grants.GetAllAsync(new PersistedGrantFilter());
        Print(string.Join(" ", all.Select(grant => grant.Key)));
        return all.Select(grant => grant.SessionId ?? grant.Key).Concat(all.Select(grant => grant.SessionId).OfType<string>()).ToList();
    }

    public Task<string?> Handed(Client client) => Task.FromResult<string?>(client.ClientName);

    public void Collected(Client client)
    {
        var names = new List<string?> { client.ClientName };
        names.Add(client.LogoUri);
        string?[] uris = { client.ClientUri };
        var values = new Dictionary<string, string?> { ["a"] = client.ClientName };
        values["b"] = client.Description;
        PrintAny(names.Concat(uris).Concat(values.Values));
    }
}
