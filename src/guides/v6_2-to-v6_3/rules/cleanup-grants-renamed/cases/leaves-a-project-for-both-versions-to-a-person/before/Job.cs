using Duende.IdentityServer.EntityFramework;

namespace Login;

public class Job
{
    public Task Run(TokenCleanupService service) => service.RemoveExpiredGrantsAsync();
}
