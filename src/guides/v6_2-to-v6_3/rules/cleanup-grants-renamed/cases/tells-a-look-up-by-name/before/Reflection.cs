using System.Reflection;
using Duende.IdentityServer.EntityFramework;

namespace Login;

public class Own { public Task RemoveExpiredGrantsAsync() => Task.CompletedTask; }

public static class Reflection
{
    public static MethodInfo? Theirs(Type type) => typeof(TokenCleanupService).GetMethod("RemoveExpiredGrantsAsync");
    public static MethodInfo? Unknown(Type type) => type.GetMethod("RemoveExpiredGrantsAsync");
    public static MethodInfo? Ours() => typeof(Own).GetMethod("RemoveExpiredGrantsAsync");
    public static void Log(ILogger logger) => logger.LogInformation("RemoveExpiredGrantsAsync");
    public static string Name => "RemoveExpiredGrantsAsync";
}
