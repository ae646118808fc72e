namespace Login;

public class Old
{
    public Task Run(IdentityServer4.EntityFramework.TokenCleanupService service) => service.RemoveExpiredGrantsAsync();
}
