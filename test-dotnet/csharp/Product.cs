// Stand-ins of our own for the product's types that the rules about C# are about: names and signatures only.
// V63: as from 6.3.0 on; V637: as from 6.3.7 on.
#nullable disable
#pragma warning disable
using System.Collections.Specialized;
using System.Security.Cryptography.X509Certificates;
using Duende.IdentityServer.Configuration;
using Duende.IdentityServer.EntityFramework.Interfaces;
using Duende.IdentityServer.EntityFramework.Options;
using Duende.IdentityServer.Hosting;
using Duende.IdentityServer.Models;
using Duende.IdentityServer.ResponseHandling;
using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;
using Duende.IdentityServer.Stores.Serialization;
using Duende.IdentityServer.Validation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Duende.IdentityServer
{
    public class IdentityServerTools { }

    public static class IdentityServerConstants
    {
        public static class StandardScopes { public const string OpenId = "openid"; }
#if V63
        public static class EndpointNames { public const string Token = "Token"; }
        public static class ProtocolRoutePaths { public const string Token = "connect/token"; }
#endif
    }
}

namespace Duende.IdentityServer.Configuration
{
    public class IdentityServerOptions
    {
        public string AccessTokenJwtType { get; set; }
#if V63
        public string LogoutTokenJwtType { get; set; }
#endif
        public PersistentGrantOptions PersistentGrants { get; set; }
        public bool EmitStaticAudienceClaim { get; set; }
#if V63
        public DPoPOptions DPoP { get; set; }
#endif
    }

#if V63
    public class DPoPOptions { }
#endif

    public class PostConfigureApplicationCookieTicketStore : IPostConfigureOptions<CookieAuthenticationOptions>
    {
        public PostConfigureApplicationCookieTicketStore(
            IHttpContextAccessor httpContextAccessor,
            IdentityServerOptions identityServerOptions,
            IOptions<AuthenticationOptions> options
#if V63
            , ILogger<PostConfigureApplicationCookieTicketStore> logger
#endif
        ) { }

        public PostConfigureApplicationCookieTicketStore(IHttpContextAccessor httpContextAccessor, string scheme) { }

        public void PostConfigure(string name, CookieAuthenticationOptions options) { }
    }
}

namespace Duende.IdentityServer.Endpoints.Results
{
#if V63
    public abstract class AuthorizeInteractionPageResult : IEndpointResult
    {
        public Task ExecuteAsync(HttpContext context) => Task.CompletedTask;
    }

    public class LoginPageResult : AuthorizeInteractionPageResult
    {
        public LoginPageResult(ValidatedAuthorizeRequest request, IdentityServerOptions options) { }
    }

    public class ConsentPageResult : AuthorizeInteractionPageResult
    {
        public ConsentPageResult(ValidatedAuthorizeRequest request, IdentityServerOptions options) { }
    }

    public class CustomRedirectResult : AuthorizeInteractionPageResult
    {
        public CustomRedirectResult(ValidatedAuthorizeRequest request, string url, IdentityServerOptions options) { }
    }
#else
    public class LoginPageResult : IEndpointResult
    {
        public LoginPageResult(ValidatedAuthorizeRequest request) { }
        public Task ExecuteAsync(HttpContext context) => Task.CompletedTask;
    }

    public class ConsentPageResult : IEndpointResult
    {
        public ConsentPageResult(ValidatedAuthorizeRequest request) { }
        public Task ExecuteAsync(HttpContext context) => Task.CompletedTask;
    }

    public class CustomRedirectResult : IEndpointResult
    {
        public CustomRedirectResult(ValidatedAuthorizeRequest request, string url) { }
        public Task ExecuteAsync(HttpContext context) => Task.CompletedTask;
    }
#endif
}

namespace Duende.IdentityServer.EntityFramework
{
    public interface IOperationalStoreNotification { }

#if V63
    public interface ITokenCleanupService
    {
        Task CleanupGrantsAsync(CancellationToken cancellationToken = default);
    }

    public class TokenCleanupService : ITokenCleanupService
    {
        public TokenCleanupService(
            OperationalStoreOptions options,
            IPersistedGrantDbContext persistedGrantDbContext,
            ILogger<TokenCleanupService> logger,
            IOperationalStoreNotification operationalStoreNotification = null) { }

        public Task CleanupGrantsAsync(CancellationToken cancellationToken = default) => RemoveGrantsAsync(cancellationToken);
#else
    public class TokenCleanupService
    {
        public TokenCleanupService(
            OperationalStoreOptions options,
            IPersistedGrantDbContext persistedGrantDbContext,
            ILogger<TokenCleanupService> logger,
            IServerSideSessionsMarker serverSideSessionsMarker = null,
            IOperationalStoreNotification operationalStoreNotification = null) { }

        public Task RemoveExpiredGrantsAsync(CancellationToken cancellationToken = default) => RemoveGrantsAsync(cancellationToken);
#endif
        protected virtual Task RemoveGrantsAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}

namespace Duende.IdentityServer.EntityFramework.Interfaces
{
    public interface IPersistedGrantDbContext { }
}

namespace Duende.IdentityServer.EntityFramework.Entities
{
    public class Client
    {
        public int Id { get; set; }
#if V63
        public bool RequireDPoP { get; set; }
        public DPoPTokenExpirationValidationMode DPoPValidationMode { get; set; }
        public TimeSpan DPoPClockSkew { get; set; }
        public string InitiateLoginUri { get; set; }
#endif
    }
}

namespace Duende.IdentityServer.Extensions
{
    public static class X509CertificateExtensions
    {
        public static string CreateThumbprintCnf(this X509Certificate2 certificate) => "";
#if V63
        public static string GetSha256Thumbprint(this X509Certificate2 certificate) => "";
#endif
    }
}

namespace Duende.IdentityServer.EntityFramework.Options
{
    public class OperationalStoreOptions
    {
        public bool EnableTokenCleanup { get; set; }
    }
}

namespace Duende.IdentityServer.Hosting
{
    public interface IEndpointResult
    {
        Task ExecuteAsync(HttpContext context);
    }

    public interface IEndpointHandler { }
}

namespace Duende.IdentityServer.Hosting.DynamicProviders
{
    public class ConfigureAuthenticationContext<TAuthenticationOptions, TIdentityProvider>
#if V63
        where TAuthenticationOptions : AuthenticationSchemeOptions
#else
        where TAuthenticationOptions : RemoteAuthenticationOptions
#endif
        where TIdentityProvider : IdentityProvider
    { }

    public class ConfigureAuthenticationOptions<TAuthenticationOptions, TIdentityProvider>
#if V63
        where TAuthenticationOptions : AuthenticationSchemeOptions
#else
        where TAuthenticationOptions : RemoteAuthenticationOptions
#endif
        where TIdentityProvider : IdentityProvider
    {
        public ConfigureAuthenticationOptions(
            IHttpContextAccessor httpContextAccessor
#if V63
            , ILogger<ConfigureAuthenticationOptions<TAuthenticationOptions, TIdentityProvider>> logger
#endif
        ) { }

        protected virtual void Configure(ConfigureAuthenticationContext<TAuthenticationOptions, TIdentityProvider> context) { }
    }

    public class CachingIdentityProviderStore<T>
        where T : IIdentityProviderStore
    {
        public CachingIdentityProviderStore(
            T inner,
            ICache<IdentityProvider> cache,
            ICache<IEnumerable<IdentityProviderName>> allCache,
            IdentityServerOptions options,
            IHttpContextAccessor httpContextAccessor
#if V63
            , ILogger<CachingIdentityProviderStore<T>> logger
#endif
        ) { }
    }
}

namespace Duende.IdentityServer.Models
{
    public class Client
    {
        public string ClientId { get; set; }
#if V63
        public bool RequireDPoP { get; set; }
        public DPoPTokenExpirationValidationMode DPoPValidationMode { get; set; }
        public TimeSpan DPoPClockSkew { get; set; }
        public string InitiateLoginUri { get; set; }
#endif
    }

#if V63
    public enum DPoPTokenExpirationValidationMode { Custom, Iat, Nonce, IatAndNonce }
    public enum ProofType { None, ClientCertificate, DPoP }
    public enum LogoutNotificationReason { UserLogout, SessionExpiration, Terminated }
#endif

    public enum AuthorizationError
    {
        AccessDenied, InteractionRequired, LoginRequired, AccountSelectionRequired, ConsentRequired, TemporarilyUnavailable,
#if V63
        UnmetAuthenticationRequirements,
#endif
    }
    public class RefreshToken { }
    public class RefreshTokenUpdateRequest { }
    public class RefreshTokenCreationRequest { }
    public class IdentityProviderName { }
    public class IdentityProvider { public IdentityProvider(string type) { } }
    public class OidcProvider : IdentityProvider { public OidcProvider() : base("oidc") { } }
}

namespace Duende.IdentityServer.ResponseHandling
{
    public class TokenResponse
    {
        public Dictionary<string, object> Custom { get; set; }
#if V63
        public string AccessTokenType { get; set; }
#endif
    }

    public class InteractionResponse
    {
        public bool IsLogin { get; set; }
#if V63
        public InteractionResponseType ResponseType { get; }
        public bool IsCreateAccount { get; set; }
#endif
    }

#if V63
    public enum InteractionResponseType { None, UserInteraction, Error }
#endif

    public class AuthorizeInteractionResponseGenerator
    {
        protected internal virtual Task<InteractionResponse> ProcessLoginAsync(ValidatedAuthorizeRequest request) => null;
#if V63
        protected internal virtual Task<InteractionResponse> ProcessCreateAccountAsync(ValidatedAuthorizeRequest request) => null;
#endif
    }

    public interface ITokenResponseGenerator
    {
        Task<TokenResponse> ProcessAsync(TokenRequestValidationResult validationResult);
    }

    public class TokenResponseGenerator : ITokenResponseGenerator
    {
        public Task<TokenResponse> ProcessAsync(TokenRequestValidationResult request) => null;
        protected virtual Task<TokenResponse> ProcessTokenRequestAsync(TokenRequestValidationResult validationResult) => null;
        protected virtual Task<TokenResponse> ProcessAuthorizationCodeRequestAsync(TokenRequestValidationResult request) => null;
        protected virtual Task<TokenResponse> ProcessRefreshTokenRequestAsync(TokenRequestValidationResult request) => null;
    }
}

namespace Duende.IdentityServer.Services
{
    public interface IProfileService { }
    public interface ICache<T> { }
    public interface IIssuerNameService { }
    public interface ILogoutNotificationService { }
    public interface IBackChannelLogoutHttpClient { }
    public interface IBackChannelLogoutService { }
    public interface IRefreshTokenService { }

    public class DefaultRefreshTokenService : IRefreshTokenService
    {
        public DefaultRefreshTokenService(
            IRefreshTokenStore refreshTokenStore,
            IProfileService profile,
            ISystemClock clock,
#if V63
            PersistentGrantOptions options,
#endif
            ILogger<DefaultRefreshTokenService> logger) { }

        protected virtual Task<bool> AcceptConsumedTokenAsync(RefreshToken refreshToken) => Task.FromResult(false);
    }

    public class DefaultBackChannelLogoutService : IBackChannelLogoutService
    {
        public DefaultBackChannelLogoutService(
            ISystemClock clock,
            IdentityServerTools tools,
            ILogoutNotificationService logoutNotificationService,
            IBackChannelLogoutHttpClient backChannelLogoutHttpClient,
#if V637
            IIssuerNameService issuerNameService,
#endif
            ILogger<IBackChannelLogoutService> logger) { }
#if V637
        protected IIssuerNameService IssuerNameService { get; }
#endif
    }
}

namespace Duende.IdentityServer.Stores
{
    public interface IServerSideSessionsMarker { }
    public interface IRefreshTokenStore { }
    public interface IIdentityProviderStore { }
    public interface IClientStore { }
    public class InMemoryClientStore { }
    public class InMemoryResourcesStore { }
    public class DefaultGrantStore<T> { }
    public class SessionQuery { }

    public static class IClientStoreExtensions
    {
        public static Task<Duende.IdentityServer.Models.Client> FindEnabledClientByIdAsync(this IClientStore store, string clientId) => throw null;
    }
}

namespace Duende.IdentityServer.Stores.Serialization
{
    public class PersistentGrantOptions
    {
        public bool DataProtectData { get; set; }
#if V63
        public bool DeleteOneTimeOnlyRefreshTokensOnUse { get; set; } = true;
#endif
    }
}

namespace Duende.IdentityServer.Validation
{
    public class ValidatedAuthorizeRequest { }

    public class ResourceValidationRequest
    {
        public Client Client { get; set; }
        public IEnumerable<string> Scopes { get; set; }
#if V63
        [Obsolete("IncludeNonIsolatedApiResources is no longer used and will be removed in a future version")]
#endif
        public bool IncludeNonIsolatedApiResources { get; set; }
    }

    public interface IResourceValidator { }

    public interface IRedirectUriValidator
    {
        Task<bool> IsRedirectUriValidAsync(string requestedUri, Client client);
#if V63
        Task<bool> IsRedirectUriValidAsync(RedirectUriValidationContext context) => Task.FromResult(false);
#endif
    }

#if V63
    public class RedirectUriValidationContext { }
#endif
    public class ValidatedTokenRequest
    {
        public string GrantType { get; set; }
        public Client Client { get; set; }
    }

    public class ClientSecretValidationResult { public Client Client { get; set; } }

    public class TokenRequestValidationResult
    {
        public TokenRequestValidationResult(ValidatedTokenRequest validatedRequest, string error) { }
        public ValidatedTokenRequest ValidatedRequest { get; }
        public bool IsError { get; }
    }

#if V63
    public class TokenRequestValidationContext
    {
        public NameValueCollection RequestParameters { get; set; }
        public ClientSecretValidationResult ClientValidationResult { get; set; }
        public X509Certificate2 ClientCertificate { get; set; }
        public string DPoPProofToken { get; set; }
    }
#endif

    public interface ITokenRequestValidator
    {
#if V63
        Task<TokenRequestValidationResult> ValidateRequestAsync(TokenRequestValidationContext context);
#else
        Task<TokenRequestValidationResult> ValidateRequestAsync(NameValueCollection parameters, ClientSecretValidationResult clientValidationResult);
#endif
    }

    public class BackchannelAuthenticationRequestValidationResult { }

    public interface IBackchannelAuthenticationRequestValidator
    {
        Task<BackchannelAuthenticationRequestValidationResult> ValidateRequestAsync(NameValueCollection parameters, ClientSecretValidationResult clientValidationResult);
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public interface IIdentityServerBuilder
    {
        IServiceCollection Services { get; }
    }

    public static class StandIns
    {
        public static IIdentityServerBuilder AddIdentityServer(this IServiceCollection services) => null;
        public static IIdentityServerBuilder AddIdentityServer(this IServiceCollection services, Action<IdentityServerOptions> setup) => null;
        public static IIdentityServerBuilder AddInMemoryClients(this IIdentityServerBuilder builder, IEnumerable<Client> clients) => builder;
#if V63
        public static IIdentityServerBuilder AddInMemoryClients(this IIdentityServerBuilder builder, ICollection<Client> clients) => builder;
        public static IIdentityServerBuilder AddInMemoryIdentityProviders(this IIdentityServerBuilder builder, IEnumerable<IdentityProvider> providers) => builder;
#endif
        public static IIdentityServerBuilder AddOperationalStore(this IIdentityServerBuilder builder, Action<OperationalStoreOptions> configure = null) => builder;
    }
}

#if V63
// More types that 6.3 brings, by their names alone.
namespace Duende.IdentityServer.Endpoints.Results { public class CreateAccountPageResult { } }
namespace Duende.IdentityServer.Validation
{
    public class DPoPProofValidatonContext { }
    public class DPoPProofValidatonResult { }
    public class DefaultDPoPProofValidator { }
    public interface IDPoPProofValidator { }
    public class ProofKeyThumbprint { }
}
#endif

// The usual test libraries, as far as code about the product uses them.
namespace Moq
{
    public class Mock
    {
        public static T Of<T>() where T : class => null;
    }

    public class Mock<T> : Mock where T : class
    {
        public Mock(params object[] args) { }
        public T Object => null;
        public Setup<TResult> Setup<TResult>(System.Linq.Expressions.Expression<Func<T, TResult>> expression) => null;
        public void Verify<TResult>(System.Linq.Expressions.Expression<Func<T, TResult>> expression, Func<Times> times) { }
    }

    public class Setup<TResult> { public void Returns(TResult value) { } }
    public struct Times { public static Times Once() => default; }
    public static class It { public static T IsAny<T>() => default; }
}

namespace NSubstitute
{
    public static class Substitute { public static T For<T>(params object[] args) where T : class => null; }
    public static class Arg { public static ref T Any<T>() => throw null; }
    public static class SubstituteExtensions { public static T Received<T>(this T substitute) where T : class => substitute; }
}

// Another library with a type of a name that is in the way.
namespace Serilog
{
    public interface ILogger { }
}
