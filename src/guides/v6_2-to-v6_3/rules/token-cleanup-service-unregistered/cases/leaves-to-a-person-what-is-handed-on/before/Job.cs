using Duende.IdentityServer.EntityFramework;

namespace Login;

public class Job
{
    public TokenCleanupService Inner { get; }
    public Job(TokenCleanupService inner) { Inner = inner; }
    public static Task Sweep(IServiceProvider services) => Run(services.GetRequiredService<TokenCleanupService>());
    private static Task Run(TokenCleanupService service) => service.RemoveExpiredGrantsAsync();
}
