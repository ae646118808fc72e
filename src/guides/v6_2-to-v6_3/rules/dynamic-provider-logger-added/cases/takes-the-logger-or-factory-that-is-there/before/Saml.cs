using Duende.IdentityServer.Configuration;
using Duende.IdentityServer.Hosting.DynamicProviders;
using Duende.IdentityServer.Models;
using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.Options;

namespace Login;

public class Saml : ConfigureAuthenticationOptions<OAuthOptions, OidcProvider>
{
    private readonly ILogger<Saml> _logger;

    public Saml(IHttpContextAccessor accessor, ILogger<Saml> logger) : base(accessor) => _logger = logger;
}

public class Fed(IHttpContextAccessor accessor, ILoggerFactory loggers) : ConfigureAuthenticationOptions<OAuthOptions, OidcProvider>(accessor);
