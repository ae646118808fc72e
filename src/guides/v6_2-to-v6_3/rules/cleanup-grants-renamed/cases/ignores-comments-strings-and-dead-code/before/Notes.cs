using Duende.IdentityServer.EntityFramework;

namespace Login;

// await service.RemoveExpiredGrantsAsync(ct);
/* service.RemoveExpiredGrantsAsync() */
public static class Notes
{
    public const string Plain = "service.RemoveExpiredGrantsAsync()";
    public const string Verbatim = @"
TokenCleanupService s; s.RemoveExpiredGrantsAsync();";
    public const string Raw = """
        s.RemoveExpiredGrantsAsync();
        """;
    public static string Interpolated(int n) => $"{n} RemoveExpiredGrantsAsync";
#if NEVER
    public static Task Old(TokenCleanupService s) => s.RemoveExpiredGrantsAsync();
#endif
}
