using Duende.IdentityServer.Configuration;
using Duende.IdentityServer.Hosting.DynamicProviders;
using Duende.IdentityServer.Models;
using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.Options;

namespace Login;

public class SamlProvider : IdentityProvider
{
    public SamlProvider() : base("saml") { }
}

public abstract class Remote<T, TProvider> : ConfigureAuthenticationOptions<T, TProvider>
    where T : OAuthOptions
    where TProvider : IdentityProvider
{
    protected Remote(IHttpContextAccessor accessor, ILogger<Remote<T, TProvider>> logger)
        : base(accessor, logger)
    {
    }
}

public class Saml : Remote<OAuthOptions, SamlProvider>
{
    public Saml(IHttpContextAccessor accessor, ILogger<Saml> logger) : base(accessor, logger) { }
}

public class Cached<T> : CachingIdentityProviderStore<T>
    where T : IIdentityProviderStore
{
    public Cached(T inner, ICache<IdentityProvider> cache, ICache<IEnumerable<IdentityProviderName>> all, IdentityServerOptions options, IHttpContextAccessor accessor, ILogger<Cached<T>> logger)
        : base(inner, cache, all, options, accessor, logger) { }
}
