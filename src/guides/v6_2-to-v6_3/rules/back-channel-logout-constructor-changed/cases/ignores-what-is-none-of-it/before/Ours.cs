using Duende.IdentityServer.Services;
using Stock = Login.Ours.DefaultBackChannelLogoutService;

namespace Login.Ours;

public class DefaultBackChannelLogoutService
{
    public DefaultBackChannelLogoutService(int a, int b, int c, int d, int e) { }

    public static Stock Make() => new(1, 2, 3, 4, 5);
}
