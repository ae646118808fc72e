using Serilog;
using Duende.IdentityServer.Configuration;
using Duende.IdentityServer.Hosting.DynamicProviders;
using Duende.IdentityServer.Models;
using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Login;

public class Saml : ConfigureAuthenticationOptions<OAuthOptions, OidcProvider>
{
    private readonly ILogger _log;

    public Saml(IHttpContextAccessor accessor, ILogger log, Microsoft.Extensions.Logging.ILogger<Saml> logger) : base(accessor, logger) => _log = log;
}
