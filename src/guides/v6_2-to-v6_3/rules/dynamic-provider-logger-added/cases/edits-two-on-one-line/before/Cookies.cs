using Duende.IdentityServer.Configuration;
using Duende.IdentityServer.Hosting.DynamicProviders;
using Duende.IdentityServer.Models;
using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.Options;

namespace Login;

public class Cookies
{
    public object[] Two(IHttpContextAccessor h, IdentityServerOptions o, IOptions<Microsoft.AspNetCore.Authentication.AuthenticationOptions> a, ILogger<PostConfigureApplicationCookieTicketStore> log) =>
        new object[] { new PostConfigureApplicationCookieTicketStore(h, o, a), new PostConfigureApplicationCookieTicketStore(options: a, httpContextAccessor: h, identityServerOptions: o) };
}
