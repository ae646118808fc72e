using Duende.IdentityServer.EntityFramework;
public class Audited : TokenCleanupService { public Audited() : base(null, null, null) { } }
public class Job
{
    private readonly TokenCleanupService _c;
    public Job(TokenCleanupService c) => _c = c;
    public Task Go() => _c.RemoveExpiredGrantsAsync();
}
