using System.Diagnostics.CodeAnalysis;
using Duende.IdentityServer.Models;
using Duende.IdentityServer.Services;

namespace Host;

public static class Text
{
    public static bool IsMissing([NotNullWhen(false)] this string? text) => string.IsNullOrEmpty(text);
    public static string OrDash(this string? text) => text ?? "-";
}

public class Checked
{
    private static void Print(string text) => Console.WriteLine(text);
    private static void PrintAny(string? text) => Console.WriteLine(text);

    public async Task Context(IIdentityServerInteractionService interaction, string returnUrl, ILogger<Checked> logger)
    {
        var context = await interaction.GetAuthorizationContextAsync(returnUrl);
        if (context == null)
        {
            logger.LogWarning("No request");
            return;
        }
        Print(context.Client.ClientId);
        if (context.IdP is not null && context.IdP.Length > 0) Print(context.IdP);
        if (context.LoginHint is { Length: > 0 } hint) Print(hint);
        if (!string.IsNullOrWhiteSpace(context.Tenant)) Print(context.Tenant);
        PrintAny(context.UiLocales);
        var mode = context.DisplayMode ?? throw new InvalidOperationException("no mode");
        Print(mode);
        Print(context.DisplayMode);
    }

    public async Task Pattern(IIdentityServerInteractionService interaction, string id)
    {
        if (await interaction.GetErrorContextAsync(id) is not { } error) return;
        Print(error.Error);
        if (error.ErrorDescription is null || error.ErrorDescription.Length == 0) return;
        Print(error.ErrorDescription);
        Print(error.RedirectUri.OrDash());
        if (error.UiLocales.IsMissing()) return;
        Print(error.UiLocales);
    }

    public async Task Guarded(IIdentityServerInteractionService interaction, string id)
    {
        var error = await interaction.GetErrorContextAsync(id);
        ArgumentNullException.ThrowIfNull(error);
        Print(error.Error);
    }

    public void Assigned(Client client)
    {
        client.ClientName ??= "none";
        Print(client.ClientName);
        client.ClientUri = "https://example.com";
        Print(client.ClientUri);
        var made = new Client { ClientName = "made" };
        Print(made.ClientName);
        var other = made;
        Print(other.ClientName);
        while (client.Description == null) client.Description = "…";
        Print(client.Description);
        switch (client.LogoUri)
        {
            case null:
                break;
            default:
                Print(client.LogoUri);
                break;
        }
    }

    public string Chosen(Client client) => client.ClientName == null ? "none" : client.ClientName;

    public string Chained(Client? client) => client?.ClientName ?? client?.ClientUri ?? "none";

    public string Switched(Client client) => client.ClientName switch { null => "none", var name => name };

    public string? Handed(Client client) => client.ClientName;

    public string Said(Client client) => $"{client.ClientName}" + client.ClientUri;

    public bool Compared(Client client) => client.ClientName == "x" && client.ClientName.Length == 1;
}
