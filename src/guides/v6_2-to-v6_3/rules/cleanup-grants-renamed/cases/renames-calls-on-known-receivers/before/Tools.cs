using Duende.IdentityServer.EntityFramework;

namespace Login;

public static class Tools
{
    public static async Task Sweep(TokenCleanupService service, object anything, CancellationToken ct)
    {
        await service.RemoveExpiredGrantsAsync(ct); await service.RemoveExpiredGrantsAsync();
        await service?.RemoveExpiredGrantsAsync(cancellationToken: ct).ConfigureAwait(false);
        await ((TokenCleanupService)anything).RemoveExpiredGrantsAsync(ct);
        if (anything is TokenCleanupService known) await known.RemoveExpiredGrantsAsync(ct);

        Func<CancellationToken, Task> later = service.RemoveExpiredGrantsAsync;
        var name = nameof(TokenCleanupService.RemoveExpiredGrantsAsync);
        await later(ct);
        Console.WriteLine(name);
    }
}
