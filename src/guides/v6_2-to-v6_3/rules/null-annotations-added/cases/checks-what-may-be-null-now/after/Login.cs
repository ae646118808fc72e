using Duende.IdentityServer.Models;
using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;

namespace Host;

public class LoginModel
{
    public string Hint { get; set; } = "";
    public string? Tenant { get; set; }
}

public class Login
{
    private readonly IIdentityServerInteractionService _interaction;
    private readonly IClientStore _clients;

    public Login(IIdentityServerInteractionService interaction, IClientStore clients)
    {
        _interaction = interaction;
        _clients = clients;
    }

    public async Task<LoginModel> Build(string returnUrl)
    {
        var context = await _interaction.GetAuthorizationContextAsync(returnUrl) ?? throw new InvalidOperationException("GetAuthorizationContextAsync returned null.");
        var model = new LoginModel { Hint = context.LoginHint ?? "", Tenant = context.Tenant };
        return model;
    }

    public async Task<string> NameOf(string id)
    {
        var client = await _clients.FindClientByIdAsync(id);
        if (id.Length > 10) return ((client ?? throw new InvalidOperationException("FindClientByIdAsync returned null.")).ClientName ?? throw new InvalidOperationException("ClientName is null.")).Trim();
        return client?.ClientName ?? id;
    }

    public string Uri(Client client) => client.ClientUri ?? "";

    public void Show(Client client)
    {
        string name = client.ClientName ?? "";
        Print(name);
        Print(client.Description ?? "");
        Console.WriteLine((client.LogoUri ?? throw new InvalidOperationException("LogoUri is null.")).Length);
    }

    public void ShowTwice(Client client)
    {
        Print(client.ClientName ?? "");
        foreach (var letter in client.ClientName ?? throw new InvalidOperationException("ClientName is null.")) Console.WriteLine(letter);
    }

    public async Task<Client> Get(string id)
    {
        var client = await _clients.FindClientByIdAsync(id) ?? throw new InvalidOperationException("FindClientByIdAsync returned null.");
        return client;
    }

    private static void Print(string text) => Console.WriteLine(text);
}
