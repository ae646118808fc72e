namespace Acme.Login
{
    public interface ITokenCleanupService { Task RunAsync(); }
}

namespace Acme.Login.Jobs
{
    using Duende.IdentityServer.EntityFramework;

    public class Nightly : ITokenCleanupService
    {
        // ITokenCleanupService
        public Task RunAsync() => Task.CompletedTask;
        public Task ThenAsync(ITokenCleanupService? next) => next?.RunAsync() ?? RunAsync();
    }

    namespace Deep
    {
        public interface ITokenCleanupService { Task StopAsync(); }

        public class Own { public Task M(ITokenCleanupService s) => s.StopAsync(); }
    }
}

namespace Acme.Login.Other
{
    public class Near { public Task M(ITokenCleanupService s) => s.RunAsync(); }
}
