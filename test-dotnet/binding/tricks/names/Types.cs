namespace Login.Tools
{
    public class TokenCleanupService { public class Inner { } }

    public static class Sweeping
    {
        public class Nightly : Duende.IdentityServer.EntityFramework.TokenCleanupService
        {
            public Nightly() : base(null, null, null) { }
        }
    }

    public static class Holder
    {
        public class Kept { public Sweeper? Sweep; }
    }
}

namespace Login.Client
{
    public class Settings { }
}

namespace Login
{
    public class Generic<T> where T : class { public class Nested { public T? Value; } }
    public class Generic { }
    public enum Kind { Client, RefreshToken }
}
