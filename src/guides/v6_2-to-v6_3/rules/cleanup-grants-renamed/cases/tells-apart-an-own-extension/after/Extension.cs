using Duende.IdentityServer.EntityFramework;

namespace Login;

public static class Extensions
{
    public static Task RemoveExpiredGrantsAsync(this TokenCleanupService service, string why, int times = 1) => Task.CompletedTask;
}

public class Job
{
    public async Task Run(TokenCleanupService service, CancellationToken ct, string why)
    {
        await service.CleanupGrantsAsync();
        await service.CleanupGrantsAsync(ct);
        await service.RemoveExpiredGrantsAsync("nightly");
        await service.RemoveExpiredGrantsAsync(why, 2);
        await service.RemoveExpiredGrantsAsync(why);
        await service.CleanupGrantsAsync(Elsewhere.Reason());
    }
}
