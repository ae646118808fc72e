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
            public Inner(IHttpContextAccessor a) : base(a) { }
        }
    }
    public class UsesInner : Outer<O>.Inner
    {
        public UsesInner(IHttpContextAccessor a, string logger) : base(a) { }
        public UsesInner(IHttpContextAccessor a) : this(a, "x") { }
    }
    public class HasOwn : ConfigureAuthenticationOptions<O, P>
    {
        private readonly ILogger<HasOwn> _log;
        public HasOwn(IHttpContextAccessor a, ILogger<HasOwn> log) : base(a) => _log = log;
    }
    public class HasBase : ConfigureAuthenticationOptions<O, P>
    {
        public HasBase(IHttpContextAccessor a, ILogger<ConfigureAuthenticationOptions<O, P>> log) : base(a) => log.LogInformation("x");
    }
    public static class R
    {
        public static void Add(IServiceCollection s, IHttpContextAccessor a)
        {
            s.AddSingleton(sp => new HasOwn(sp.GetRequiredService<IHttpContextAccessor>(), sp.GetRequiredService<ILogger<HasOwn>>()));
            s.AddSingleton(sp => new UsesInner(sp.GetRequiredService<IHttpContextAccessor>()));
            s.AddSingleton(sp => new Outer<O>.Inner(sp.GetService<IHttpContextAccessor>()));
        }
    }
}
