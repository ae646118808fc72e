using Duende.IdentityServer.EntityFramework;

namespace Login;

public static class Tools
{
    public static async Task Sweep(TokenCleanupService service, object anything, CancellationToken ct)
    {
        await service.CleanupGrantsAsync(ct); await service.CleanupGrantsAsync();
        await service?.CleanupGrantsAsync(cancellationToken: ct).ConfigureAwait(false);
        await ((TokenCleanupService)anything).CleanupGrantsAsync(ct);
        if (anything is TokenCleanupService known) await known.CleanupGrantsAsync(ct);

        Func<CancellationToken, Task> later = service.CleanupGrantsAsync;
        var name = nameof(TokenCleanupService.CleanupGrantsAsync);
        await later(ct);
        Console.WriteLine(name);
    }
}
