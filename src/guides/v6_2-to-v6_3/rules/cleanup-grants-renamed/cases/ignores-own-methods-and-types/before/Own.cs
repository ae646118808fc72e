using Duende.IdentityServer.EntityFramework;

namespace Login;

public interface IGrantSweeper { Task RemoveExpiredGrantsAsync(); }

public class Sweeper : IGrantSweeper
{
    public Task RemoveExpiredGrantsAsync() => Task.CompletedTask;
    public Task Twice() { RemoveExpiredGrantsAsync(); return this.RemoveExpiredGrantsAsync(); }
}

public class Users
{
    public Task A(IGrantSweeper sweeper) => sweeper.RemoveExpiredGrantsAsync();
    public Task B(IServiceProvider sp) => sp.GetRequiredService<Sweeper>().RemoveExpiredGrantsAsync();
    public Task C(ISomeLibrarysCleaner cleaner) => cleaner.RemoveExpiredGrantsAsync();
    public Task D(dynamic cleaner) => cleaner.RemoveExpiredGrantsAsync();
}
