using System.Security.Claims;
using Duende.IdentityServer.Models;
using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;

namespace Host;

public class Lists
{
    private static void Print(string text) => Console.WriteLine(text);

    public async Task<List<string>> Sessions(IPersistedGrantStore grants)
    {
        var all = await grants.GetAllAsync(new PersistedGrantFilter());
        return all.Select(grant => grant.SessionId ?? "").ToList();
    }

    public async Task Each(IPersistedGrantStore grants)
    {
        var all = await grants.GetAllAsync(new PersistedGrantFilter());
        foreach (var session in all.Select(grant => grant.SessionId))
            Print(session ?? throw new InvalidOperationException("SessionId is null."));
        foreach (var grant in all.Where(grant => grant.Key.Length > 1).OrderBy(grant => grant.Key))
            Print(grant.Description ?? "");
    }

    public Task<string> Name(Client client) => Task.FromResult(client.ClientName ?? "");

    public void Collect(Client client, Client[] others)
    {
        var names = new List<string> { client.ClientId, client.ClientName ?? "" };
        string[] uris = { client.ClientId, client.LogoUri ?? "" };
        var claims = new Dictionary<string, string>();
        claims["uri"] = client.ClientUri ?? "";
        claims.Add("description", client.Description ?? "");
        Print(others[0].ClientName ?? "");
        Print(names[0] + uris[0]);
    }

    public Claim Say(Client client) => new Claim("name", client.ClientName ?? throw new InvalidOperationException("ClientName is null."));

    public object Cast(ParsedSecret secret)
    {
        var text = (string)(secret.Credential ?? throw new InvalidOperationException("Credential is null."));
        return text;
    }

    public string Chosen(AuthorizationRequest request) => request.DisplayMode switch
    {
        null => request.UiLocales ?? "",
        "page" => "page",
        var mode => mode,
    };

    public IEnumerable<string> Uris(Client client)
    {
        yield return client.ClientUri ?? "";
        if (client.LogoUri == null)
            yield break;
        yield return client.LogoUri;
    }
}
