namespace Acme
{
    public class TokenCleanupService { public Task RemoveExpiredGrantsAsync() => Task.CompletedTask; }
}
namespace Acme.Jobs
{
    using Duende.IdentityServer.EntityFramework;
    public class UsingInside { public Task Go(TokenCleanupService s) => s.RemoveExpiredGrantsAsync(); }
}
namespace Acme.Other
{
    public class Parent { public Task Go(TokenCleanupService s) => s.RemoveExpiredGrantsAsync(); }
    public class ByAlias { public Task Go(Cleanup s) => s.RemoveExpiredGrantsAsync(); }
    public class ByNs { public Task Go(EF.TokenCleanupService s) => s.RemoveExpiredGrantsAsync(); }
    public class ByNs2 { public Task Go(EF::TokenCleanupService s) => s.RemoveExpiredGrantsAsync(); }
    public class ByGlobal { public Task Go(global::Duende.IdentityServer.EntityFramework.TokenCleanupService s) => s.RemoveExpiredGrantsAsync(); }
    public class Derived : Cleanup
    {
        public Derived(EF.Interfaces.IPersistedGrantDbContext db, ILogger<Cleanup> l) : base(null, db, l) { }
        public Task Go() => this.RemoveExpiredGrantsAsync();
        public Task Base() => base.RemoveExpiredGrantsAsync();
        public string N => nameof(RemoveExpiredGrantsAsync) + nameof(Cleanup.RemoveExpiredGrantsAsync);
        public class Nested { public Task Go(Derived d) => d.RemoveExpiredGrantsAsync(); }
    }
}
