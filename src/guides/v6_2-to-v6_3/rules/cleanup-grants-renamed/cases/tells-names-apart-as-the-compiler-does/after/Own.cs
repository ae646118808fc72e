namespace Acme
{
    public class TokenCleanupService { public Task RemoveExpiredGrantsAsync() => Task.CompletedTask; }
}
namespace Acme.Jobs
{
    using Duende.IdentityServer.EntityFramework;
    public class UsingInside { public Task Go(TokenCleanupService s) => s.CleanupGrantsAsync(); }
}
namespace Acme.Other
{
    public class Parent { public Task Go(TokenCleanupService s) => s.RemoveExpiredGrantsAsync(); }
    public class ByAlias { public Task Go(Cleanup s) => s.CleanupGrantsAsync(); }
    public class ByNs { public Task Go(EF.TokenCleanupService s) => s.CleanupGrantsAsync(); }
    public class ByNs2 { public Task Go(EF::TokenCleanupService s) => s.CleanupGrantsAsync(); }
    public class ByGlobal { public Task Go(global::Duende.IdentityServer.EntityFramework.TokenCleanupService s) => s.CleanupGrantsAsync(); }
    public class Derived : Cleanup
    {
        public Derived(EF.Interfaces.IPersistedGrantDbContext db, ILogger<Cleanup> l) : base(null, db, l) { }
        public Task Go() => this.CleanupGrantsAsync();
        public Task Base() => base.CleanupGrantsAsync();
        public string N => nameof(CleanupGrantsAsync) + nameof(Cleanup.CleanupGrantsAsync);
        public class Nested { public Task Go(Derived d) => d.CleanupGrantsAsync(); }
    }
}
