using Duende.IdentityServer.Hosting.DynamicProviders;
using Duende.IdentityServer.Models;
using Microsoft.AspNetCore.Authentication;

namespace Login.Kinds
{
    public class O : RemoteAuthenticationOptions { }
    public class P : IdentityProvider { public P() : base("p") { } }
    public class Configure : ConfigureAuthenticationOptions<O, P>
    {
        public Configure(IHttpContextAccessor a) : base(a) { }
    }
    public class Generic<T> : ConfigureAuthenticationOptions<O, P> where T : class
    {
        public Generic(IHttpContextAccessor a) : base(a) { }
    }
}

namespace Acme.Host
{
    public static class R
    {
        public static void Add(IServiceCollection s)
        {
            s.AddSingleton(sp => new Login.Kinds.Configure(sp.GetRequiredService<IHttpContextAccessor>()));
            s.AddSingleton(sp => { Login.Kinds.Configure made = new(sp.GetRequiredService<IHttpContextAccessor>()); return made; });
            s.AddSingleton(sp => { Login.Kinds.Generic<string> made = new(sp.GetRequiredService<IHttpContextAccessor>()); return made; });
        }
    }
}
