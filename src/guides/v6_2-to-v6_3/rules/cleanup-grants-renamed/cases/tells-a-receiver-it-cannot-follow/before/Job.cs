using Duende.IdentityServer.EntityFramework;

namespace Login;

public class Job
{
    public Task Run() => Factory.Make<TokenCleanupService>().RemoveExpiredGrantsAsync();
}
