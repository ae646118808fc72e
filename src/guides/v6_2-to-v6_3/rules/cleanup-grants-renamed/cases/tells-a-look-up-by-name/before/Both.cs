using System.Reflection;
using Duende.IdentityServer.EntityFramework;

namespace Login;

public static class Both
{
    private static readonly Type Service = typeof(TokenCleanupService);

    public static MethodInfo? Sweep => Service.GetMethod("CleanupGrantsAsync") ?? Service.GetMethod("RemoveExpiredGrantsAsync");
}
