using Duende.IdentityServer.Models;
using Duende.IdentityServer.Services;

public class Notifier
{
    private readonly IBackChannelLogoutService _logout;
    private readonly IIssuerNameService _issuer;

    public Notifier(IBackChannelLogoutService logout, IIssuerNameService issuer) => (_logout, _issuer) = (logout, issuer);

    public async Task SendAsync(string subject, string[] clients) =>
        await _logout.SendLogoutNotificationsAsync(await Fill(new LogoutNotificationContext { SubjectId = subject, ClientIds = clients }));

    private async Task<LogoutNotificationContext> Fill(LogoutNotificationContext context)
    {
        context.Issuer = await _issuer.GetCurrentAsync();
        context.LogoutReason = LogoutNotificationReason.UserLogout;
        return context;
    }
}
