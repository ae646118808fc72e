using Duende.IdentityServer.Hosting.DynamicProviders;
using Duende.IdentityServer.Models;
using Microsoft.AspNetCore.Authentication;

namespace Login
{
    public class O : RemoteAuthenticationOptions { }
    public class P : IdentityProvider { public P() : base("p") { } }
    public class Outer<T> where T : RemoteAuthenticationOptions
    {
        public class Inner : ConfigureAuthenticationOptions<T, P>
        {
            public Inner(IHttpContextAccessor a, ILogger<Inner> logger) : base(a, logger) { }
        }
    }
    public class UsesInner : Outer<O>.Inner
    {
        public UsesInner(IHttpContextAccessor a, string logger, ILogger<UsesInner> logger2) : base(a, logger2) { }
        public UsesInner(IHttpContextAccessor a, ILogger<UsesInner> logger2) : this(a, "x", logger2) { }
    }
    public class HasOwn : ConfigureAuthenticationOptions<O, P>
    {
        private readonly ILogger<HasOwn> _log;
        public HasOwn(IHttpContextAccessor a, ILogger<HasOwn> log) : base(a, log) => _log = log;
    }
    public class HasBase : ConfigureAuthenticationOptions<O, P>
    {
        public HasBase(IHttpContextAccessor a, ILogger<ConfigureAuthenticationOptions<O, P>> log, ILogger<HasBase> logger) : base(a, logger) => log.LogInformation("x");
    }
    public static class R
    {
        public static void Add(IServiceCollection s, IHttpContextAccessor a)
        {
            s.AddSingleton(sp => new HasOwn(sp.GetRequiredService<IHttpContextAccessor>(), sp.GetRequiredService<ILogger<HasOwn>>()));
            s.AddSingleton(sp => new UsesInner(sp.GetRequiredService<IHttpContextAccessor>(), sp.GetRequiredService<ILogger<UsesInner>>()));
            s.AddSingleton(sp => new Outer<O>.Inner(sp.GetService<IHttpContextAccessor>(), sp.GetRequiredService<ILogger<Outer<O>.Inner>>()));
        }
    }
}
