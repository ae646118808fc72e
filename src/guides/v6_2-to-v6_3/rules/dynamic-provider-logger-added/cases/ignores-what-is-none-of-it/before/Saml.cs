using Duende.IdentityServer.Configuration;
using Duende.IdentityServer.Hosting.DynamicProviders;
using Duende.IdentityServer.Models;
using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.Options;

namespace Login;

public class Moved : ConfigureAuthenticationOptions<OAuthOptions, OidcProvider>
{
    // base(accessor)
    public Moved(IHttpContextAccessor accessor, ILogger<Moved> logger) : base(accessor, logger) { }

    public object Two(IHttpContextAccessor h) => new PostConfigureApplicationCookieTicketStore(h, "scheme");

    public string Help => ": base(accessor)";
}

#if NEVER
public class Dead : ConfigureAuthenticationOptions<OAuthOptions, OidcProvider>
{
    public Dead(IHttpContextAccessor accessor) : base(accessor) { }
}
#endif
