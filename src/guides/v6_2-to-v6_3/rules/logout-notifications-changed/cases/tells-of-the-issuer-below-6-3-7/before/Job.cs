using Duende.IdentityServer.Models;
using Duende.IdentityServer.Services;

namespace Login;

public class Job
{
    public async Task End(IBackChannelLogoutService logout, string subject)
    {
        var context = new LogoutNotificationContext { SubjectId = subject };
        await logout.SendLogoutNotificationsAsync(context);
    }

    public object Request() => new BackChannelLogoutRequest { SubjectId = "1", Issuer = "https://me" };
}
