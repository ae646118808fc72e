// Stand-ins of our own for annotated types: names and signatures only, those of 6.3.10 and of IdentityModel 6.1.0 that 6.2 has too.
// The test takes the annotations out for what they were before.
#nullable enable
#pragma warning disable
using System.Collections.Specialized;
using System.Security.Claims;
using Duende.IdentityServer.Configuration;
using Duende.IdentityServer.Events;
using Duende.IdentityServer.Hosting;
using Duende.IdentityServer.Models;
using Duende.IdentityServer.ResponseHandling;
using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;
using Duende.IdentityServer.Validation;
using IdentityModel.Client;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Tokens;

namespace Duende.IdentityServer.Configuration
{
    public class IdentityServerOptions
    {
        public IdentityServerOptions() { }
        public string? IssuerUri { get; set; }
        public string AccessTokenJwtType { get; set; } = null!;
        public KeyManagementOptions KeyManagement { get; set; } = null!;
        public string? LicenseKey { get; set; }
    }

    public class KeyManagementOptions
    {
        public KeyManagementOptions() { }
        public string KeyPath { get; set; } = null!;
    }
}

namespace Duende.IdentityServer.Events
{
    public class Event
    {
        public Event(string category, string name, EventTypes type, int id, string? message = default) { }
        public string Category { get; set; } = null!;
        public string Name { get; set; } = null!;
        public string? Message { get; set; }
        public string? ActivityId { get; set; }
        public string? LocalIpAddress { get; set; }
        public string? RemoteIpAddress { get; set; }
    }

    public enum EventTypes { Success, Failure, Information, Error }
}

namespace Duende.IdentityServer.Hosting
{
    public interface IEndpointHandler
    {
        Task<IEndpointResult?> ProcessAsync(HttpContext context);
    }

    public interface IEndpointResult
    {
        Task ExecuteAsync(HttpContext context);
    }

    public interface IEndpointRouter
    {
        IEndpointHandler? Find(HttpContext context);
    }
}

namespace Duende.IdentityServer.Models
{
    public class ApiScope : Resource
    {
        public ApiScope() { }
        public ApiScope(string name) { }
        public ApiScope(string name, string displayName) { }
        public ApiScope(string name, IEnumerable<string> userClaims) { }
        public ApiScope(string name, string displayName, IEnumerable<string>? userClaims) { }
    }

    public class AuthorizationCode
    {
        public AuthorizationCode() { }
        public string ClientId { get; set; } = null!;
        public ClaimsPrincipal Subject { get; set; } = null!;
        public IEnumerable<string> RequestedScopes { get; set; } = null!;
        public IEnumerable<string>? RequestedResourceIndicators { get; set; }
        public string RedirectUri { get; set; } = null!;
        public string? Nonce { get; set; }
        public string? StateHash { get; set; }
        public string SessionId { get; set; } = null!;
        public string? CodeChallenge { get; set; }
        public string? CodeChallengeMethod { get; set; }
        public string? Description { get; set; }
        public IDictionary<string, string> Properties { get; set; } = null!;
    }

    public enum AuthorizationError { AccessDenied, InteractionRequired, LoginRequired, AccountSelectionRequired, ConsentRequired, TemporarilyUnavailable, UnmetAuthenticationRequirements }

    public class AuthorizationRequest
    {
        public AuthorizationRequest() { }
        public AuthorizationRequest(ValidatedAuthorizeRequest request) { }
        public Client Client { get; set; } = null!;
        public string? DisplayMode { get; set; }
        public string RedirectUri { get; set; } = null!;
        public string? UiLocales { get; set; }
        public string? IdP { get; set; }
        public string? Tenant { get; set; }
        public string? LoginHint { get; set; }
        public IEnumerable<string> PromptModes { get; set; } = null!;
        public IEnumerable<string> AcrValues { get; set; } = null!;
        public NameValueCollection Parameters { get; set; } = null!;
        public IEnumerable<Claim> RequestObjectValues { get; set; } = null!;
    }

    public class Client
    {
        public Client() { }
        public string ClientId { get; set; } = null!;
        public string ProtocolType { get; set; } = null!;
        public ICollection<Secret> ClientSecrets { get; set; } = null!;
        public string? ClientName { get; set; }
        public string? Description { get; set; }
        public string? ClientUri { get; set; }
        public string? LogoUri { get; set; }
        public ICollection<string> AllowedGrantTypes { get; set; } = null!;
        public ICollection<string> RedirectUris { get; set; } = null!;
        public ICollection<string> PostLogoutRedirectUris { get; set; } = null!;
        public string? FrontChannelLogoutUri { get; set; }
        public string? BackChannelLogoutUri { get; set; }
        public ICollection<string> AllowedScopes { get; set; } = null!;
        public ICollection<string> AllowedIdentityTokenSigningAlgorithms { get; set; } = null!;
        public ICollection<string> IdentityProviderRestrictions { get; set; } = null!;
        public ICollection<ClientClaim> Claims { get; set; } = null!;
        public string? ClientClaimsPrefix { get; set; }
        public string? PairWiseSubjectSalt { get; set; }
        public string? UserCodeType { get; set; }
        public ICollection<string> AllowedCorsOrigins { get; set; } = null!;
        public IDictionary<string, string> Properties { get; set; } = null!;
    }

    public class ClientClaim
    {
        public ClientClaim() { }
        public ClientClaim(string type, string value) { }
        public ClientClaim(string type, string value, string valueType) { }
        public override int GetHashCode() => throw null!;
        public override bool Equals(object? obj) => throw null!;
        public string Type { get; set; } = null!;
        public string Value { get; set; } = null!;
        public string ValueType { get; set; } = null!;
    }

    public class Consent
    {
        public Consent() { }
        public string SubjectId { get; set; } = null!;
        public string ClientId { get; set; } = null!;
        public IEnumerable<string>? Scopes { get; set; }
    }

    public class ConsentResponse
    {
        public ConsentResponse() { }
        public AuthorizationError? Error { get; set; }
        public string? ErrorDescription { get; set; }
        public IEnumerable<string>? ScopesValuesConsented { get; set; }
        public string? Description { get; set; }
    }

    public class DeviceCode
    {
        public DeviceCode() { }
        public string ClientId { get; set; } = null!;
        public string? Description { get; set; }
        public IEnumerable<string> RequestedScopes { get; set; } = null!;
        public IEnumerable<string>? AuthorizedScopes { get; set; }
        public ClaimsPrincipal? Subject { get; set; }
        public string? SessionId { get; set; }
    }

    public class DeviceFlowAuthorizationRequest
    {
        public DeviceFlowAuthorizationRequest() { }
        public Client Client { get; set; } = null!;
    }

    public class DeviceFlowInteractionResult
    {
        public DeviceFlowInteractionResult() { }
        public string? ErrorDescription { get; set; }
        public bool IsError { get; set; }
    }

    public class ErrorMessage
    {
        public ErrorMessage() { }
        public string? DisplayMode { get; set; }
        public string? UiLocales { get; set; }
        public string Error { get; set; } = null!;
        public string? ErrorDescription { get; set; }
        public string? RequestId { get; set; }
        public string? RedirectUri { get; set; }
        public string? ResponseMode { get; set; }
        public string? ClientId { get; set; }
    }

    public class Grant
    {
        public Grant() { }
        public string SubjectId { get; set; } = null!;
        public string ClientId { get; set; } = null!;
        public string? Description { get; set; }
        public IEnumerable<string> Scopes { get; set; } = null!;
    }

    public class IdentityProvider
    {
        public IdentityProvider(string type) { }
        public IdentityProvider(string type, IdentityProvider other) { }
        public string Scheme { get; set; } = null!;
        public string? DisplayName { get; set; }
        public string Type { get; set; } = null!;
        public Dictionary<string, string> Properties { get; set; } = null!;
    }

    public class IdentityProviderName
    {
        public IdentityProviderName() { }
        public string Scheme { get; set; } = null!;
        public string? DisplayName { get; set; }
    }

    public class IsActiveContext
    {
        public IsActiveContext(ClaimsPrincipal subject, Client client, string caller) { }
        public ClaimsPrincipal Subject { get; set; } = null!;
        public Client Client { get; set; } = null!;
        public string Caller { get; set; } = null!;
    }

    public class LogoutMessage
    {
        public LogoutMessage() { }
        public string? ClientId { get; set; }
        public string? ClientName { get; set; }
        public string? PostLogoutRedirectUri { get; set; }
        public string? SubjectId { get; set; }
        public string? SessionId { get; set; }
        public IEnumerable<string>? ClientIds { get; set; }
        public string? UiLocales { get; set; }
        public IDictionary<string, string[]> Parameters { get; set; } = null!;
    }

    public class LogoutRequest
    {
        public LogoutRequest(string iframeUrl, LogoutMessage? message) { }
        public string? ClientId { get; set; }
        public string? ClientName { get; set; }
        public string? PostLogoutRedirectUri { get; set; }
        public string? SubjectId { get; set; }
        public string? SessionId { get; set; }
        public IEnumerable<string>? ClientIds { get; set; }
        public string? UiLocales { get; set; }
        public NameValueCollection Parameters { get; set; } = null!;
        public string? SignOutIFrameUrl { get; set; }
    }

    public class ParsedSecret
    {
        public ParsedSecret() { }
        public string Id { get; set; } = null!;
        public object? Credential { get; set; }
        public string Type { get; set; } = null!;
        public Dictionary<string, string> Properties { get; set; } = null!;
    }

    public class PersistedGrant
    {
        public PersistedGrant() { }
        public string Key { get; set; } = null!;
        public string Type { get; set; } = null!;
        public string SubjectId { get; set; } = null!;
        public string? SessionId { get; set; }
        public string ClientId { get; set; } = null!;
        public string? Description { get; set; }
        public string Data { get; set; } = null!;
    }

    public class ProfileDataRequestContext
    {
        public ProfileDataRequestContext() { }
        public ProfileDataRequestContext(ClaimsPrincipal subject, Client client, string caller, IEnumerable<string> requestedClaimTypes) { }
        public ValidatedRequest ValidatedRequest { get; set; } = null!;
        public ClaimsPrincipal Subject { get; set; } = null!;
        public IEnumerable<string> RequestedClaimTypes { get; set; } = null!;
        public Client Client { get; set; } = null!;
        public string Caller { get; set; } = null!;
        public List<Claim> IssuedClaims { get; set; } = null!;
    }

    public class QueryResult<T>
    {
        public QueryResult() { }
        public string ResultsToken { get; set; } = null!;
        public IReadOnlyCollection<T> Results { get; set; } = null!;
    }

    public class RefreshToken
    {
        public RefreshToken() { }
        public ClaimsPrincipal Subject { get; set; } = null!;
        public string ClientId { get; set; } = null!;
        public string? SubjectId { get; set; }
        public string? SessionId { get; set; }
        public string? Description { get; set; }
        public IEnumerable<string> AuthorizedScopes { get; set; } = null!;
        public IEnumerable<string>? AuthorizedResourceIndicators { get; set; }
    }

    public class RefreshTokenCreationRequest
    {
        public RefreshTokenCreationRequest() { }
        public Client Client { get; set; } = null!;
        public ClaimsPrincipal Subject { get; set; } = null!;
        public string? Description { get; set; }
        public IEnumerable<string> AuthorizedScopes { get; set; } = null!;
        public IEnumerable<string>? AuthorizedResourceIndicators { get; set; }
        public string? RequestedResourceIndicator { get; set; }
    }

    public class RefreshTokenUpdateRequest
    {
        public RefreshTokenUpdateRequest() { }
        public string Handle { get; set; } = null!;
        public Client Client { get; set; } = null!;
        public RefreshToken RefreshToken { get; set; } = null!;
    }

    public class Resource
    {
        public Resource() { }
        public string Name { get; set; } = null!;
        public string? DisplayName { get; set; }
        public string? Description { get; set; }
        public ICollection<string> UserClaims { get; set; } = null!;
        public IDictionary<string, string> Properties { get; set; } = null!;
    }

    public class Secret
    {
        public Secret() { }
        public Secret(string value, DateTime? expiration = default) { }
        public Secret(string value, string description, DateTime? expiration = default) { }
        public override int GetHashCode() => throw null!;
        public override bool Equals(object? obj) => throw null!;
        public string? Description { get; set; }
        public string Value { get; set; } = null!;
        public string Type { get; set; } = null!;
    }

    public class SecurityKeyInfo
    {
        public SecurityKeyInfo() { }
        public string SigningAlgorithm { get; set; } = null!;
    }

    public class ServerSideSession
    {
        public ServerSideSession() { }
        public string Key { get; set; } = null!;
        public string Scheme { get; set; } = null!;
        public string SubjectId { get; set; } = null!;
        public string SessionId { get; set; } = null!;
        public string? DisplayName { get; set; }
        public string Ticket { get; set; } = null!;
    }

    public class UserSession
    {
        public UserSession() { }
        public string SubjectId { get; set; } = null!;
        public string SessionId { get; set; } = null!;
        public string? DisplayName { get; set; }
        public string? Issuer { get; set; }
        public IReadOnlyCollection<string> ClientIds { get; set; } = null!;
        public AuthenticationTicket AuthenticationTicket { get; set; } = null!;
    }
}

namespace Duende.IdentityServer.ResponseHandling
{
    public interface IAuthorizeInteractionResponseGenerator
    {
        Task<InteractionResponse> ProcessInteractionAsync(ValidatedAuthorizeRequest request, ConsentResponse? consent = default);
    }

    public class InteractionResponse
    {
        public InteractionResponse() { }
        public bool IsError { get; set; }
        public string? Error { get; set; }
        public string? ErrorDescription { get; set; }
        public string? RedirectUrl { get; set; }
    }
}

namespace Duende.IdentityServer.Services
{
    public interface ICache<T>
    {
        Task<T?> GetAsync(string key);
        Task<T> GetOrAddAsync(string key, TimeSpan duration, Func<Task<T>> get);
        Task SetAsync(string key, T item, TimeSpan expiration);
        Task RemoveAsync(string key);
    }

    public interface IDeviceFlowInteractionService
    {
        Task<DeviceFlowAuthorizationRequest?> GetAuthorizationContextAsync(string userCode);
        Task<DeviceFlowInteractionResult> HandleRequestAsync(string userCode, ConsentResponse consent);
    }

    public interface IHandleGenerationService
    {
        Task<string> GenerateAsync(int length = default);
    }

    public interface IIdentityServerInteractionService
    {
        Task<AuthorizationRequest?> GetAuthorizationContextAsync(string? returnUrl);
        bool IsValidReturnUrl(string? returnUrl);
        Task<ErrorMessage?> GetErrorContextAsync(string? errorId);
        Task<LogoutRequest> GetLogoutContextAsync(string? logoutId);
        Task<string?> CreateLogoutContextAsync();
        Task GrantConsentAsync(AuthorizationRequest request, ConsentResponse consent, string? subject = default);
        Task DenyAuthorizationAsync(AuthorizationRequest request, AuthorizationError error, string? errorDescription = default);
        Task<IEnumerable<Grant>> GetAllUserGrantsAsync();
        Task RevokeUserConsentAsync(string? clientId);
        Task RevokeTokensForCurrentSessionAsync();
    }

    public interface IIssuerNameService
    {
        Task<string> GetCurrentAsync();
    }

    public interface IKeyMaterialService
    {
        Task<IEnumerable<SecurityKeyInfo>> GetValidationKeysAsync();
        Task<SigningCredentials> GetSigningCredentialsAsync(IEnumerable<string>? allowedAlgorithms = default);
        Task<IEnumerable<SigningCredentials>> GetAllSigningCredentialsAsync();
    }

    public interface IPersistedGrantService
    {
        Task<IEnumerable<Grant>> GetAllGrantsAsync(string subjectId);
        Task RemoveAllGrantsAsync(string subjectId, string? clientId = default, string? sessionId = default);
    }

    public interface IProfileService
    {
        Task GetProfileDataAsync(ProfileDataRequestContext context);
        Task IsActiveAsync(IsActiveContext context);
    }

    public interface IRefreshTokenService
    {
        Task<TokenValidationResult> ValidateRefreshTokenAsync(string token, Client client);
        Task<string> CreateRefreshTokenAsync(RefreshTokenCreationRequest request);
        Task<string> UpdateRefreshTokenAsync(RefreshTokenUpdateRequest request);
    }

    public interface IReturnUrlParser
    {
        Task<AuthorizationRequest?> ParseAsync(string returnUrl);
        bool IsValidReturnUrl(string returnUrl);
    }

    public interface IServerUrls
    {
        string Origin { get; set; }
        string? BasePath { get; set; }
    }

    public interface ISessionManagementService
    {
        Task<QueryResult<UserSession>> QuerySessionsAsync(SessionQuery? filter = default, CancellationToken cancellationToken = default);
        Task RemoveSessionsAsync(RemoveSessionsContext context, CancellationToken cancellationToken = default);
    }

    public interface IUserCodeGenerator
    {
        Task<string> GenerateAsync();
        string UserCodeType { get; }
        int RetryLimit { get; }
    }

    public interface IUserCodeService
    {
        Task<IUserCodeGenerator?> GetGenerator(string userCodeType);
    }

    public interface IUserSession
    {
        Task<string> CreateSessionIdAsync(ClaimsPrincipal principal, AuthenticationProperties properties);
        Task<ClaimsPrincipal?> GetUserAsync();
        Task<string?> GetSessionIdAsync();
        Task EnsureSessionIdCookieAsync();
        Task RemoveSessionIdCookieAsync();
        Task AddClientIdAsync(string clientId);
        Task<IEnumerable<string>> GetClientListAsync();
    }

    public class RemoveSessionsContext
    {
        public RemoveSessionsContext() { }
        public string? SubjectId { get; set; }
        public string? SessionId { get; set; }
        public IEnumerable<string>? ClientIds { get; set; }
    }
}

namespace Duende.IdentityServer.Stores
{
    public interface IAuthorizationCodeStore
    {
        Task<string> StoreAuthorizationCodeAsync(AuthorizationCode code);
        Task<AuthorizationCode?> GetAuthorizationCodeAsync(string code);
        Task RemoveAuthorizationCodeAsync(string code);
    }

    public interface IClientStore
    {
        Task<Client?> FindClientByIdAsync(string clientId);
    }

    public interface IDeviceFlowStore
    {
        Task StoreDeviceAuthorizationAsync(string deviceCode, string userCode, DeviceCode data);
        Task<DeviceCode?> FindByUserCodeAsync(string userCode);
        Task<DeviceCode?> FindByDeviceCodeAsync(string deviceCode);
        Task UpdateByUserCodeAsync(string userCode, DeviceCode data);
        Task RemoveByDeviceCodeAsync(string deviceCode);
    }

    public interface IIdentityProviderStore
    {
        Task<IEnumerable<IdentityProviderName>> GetAllSchemeNamesAsync();
        Task<IdentityProvider?> GetBySchemeAsync(string scheme);
    }

    public interface IPersistedGrantStore
    {
        Task StoreAsync(PersistedGrant grant);
        Task<PersistedGrant?> GetAsync(string key);
        Task<IEnumerable<PersistedGrant>> GetAllAsync(PersistedGrantFilter filter);
        Task RemoveAsync(string key);
        Task RemoveAllAsync(PersistedGrantFilter filter);
    }

    public interface IRefreshTokenStore
    {
        Task<string> StoreRefreshTokenAsync(RefreshToken refreshToken);
        Task UpdateRefreshTokenAsync(string handle, RefreshToken refreshToken);
        Task<RefreshToken?> GetRefreshTokenAsync(string refreshTokenHandle);
        Task RemoveRefreshTokenAsync(string refreshTokenHandle);
        Task RemoveRefreshTokensAsync(string subjectId, string clientId);
    }

    public interface IServerSideSessionStore
    {
        Task<ServerSideSession?> GetSessionAsync(string key, CancellationToken cancellationToken = default);
        Task CreateSessionAsync(ServerSideSession session, CancellationToken cancellationToken = default);
        Task UpdateSessionAsync(ServerSideSession session, CancellationToken cancellationToken = default);
        Task DeleteSessionAsync(string key, CancellationToken cancellationToken = default);
        Task<IReadOnlyCollection<ServerSideSession>> GetSessionsAsync(SessionFilter filter, CancellationToken cancellationToken = default);
        Task DeleteSessionsAsync(SessionFilter filter, CancellationToken cancellationToken = default);
        Task<IReadOnlyCollection<ServerSideSession>> GetAndRemoveExpiredSessionsAsync(int count, CancellationToken cancellationToken = default);
        Task<QueryResult<ServerSideSession>> QuerySessionsAsync(SessionQuery? filter = default, CancellationToken cancellationToken = default);
    }

    public interface IUserConsentStore
    {
        Task StoreUserConsentAsync(Consent consent);
        Task<Consent?> GetUserConsentAsync(string subjectId, string clientId);
        Task RemoveUserConsentAsync(string subjectId, string clientId);
    }

    public class PersistedGrantFilter
    {
        public PersistedGrantFilter() { }
        public string? SubjectId { get; set; }
        public string? SessionId { get; set; }
        public string? ClientId { get; set; }
        public IEnumerable<string>? ClientIds { get; set; }
        public string? Type { get; set; }
        public IEnumerable<string>? Types { get; set; }
    }

    public class SessionFilter
    {
        public SessionFilter() { }
        public string? SubjectId { get; set; }
        public string? SessionId { get; set; }
    }

    public class SessionQuery
    {
        public SessionQuery() { }
        public string? ResultsToken { get; set; }
        public string? SubjectId { get; set; }
        public string? SessionId { get; set; }
        public string? DisplayName { get; set; }
    }
}

namespace Duende.IdentityServer.Validation
{
    public interface ISecretParser
    {
        Task<ParsedSecret?> ParseAsync(HttpContext context);
        string AuthenticationMethod { get; }
    }

    public interface ISecretsListParser
    {
        Task<ParsedSecret?> ParseAsync(HttpContext context);
        IEnumerable<string> GetAvailableAuthenticationMethods();
    }

    public class ResourceValidationRequest
    {
        public ResourceValidationRequest() { }
        public Client Client { get; set; } = null!;
        public IEnumerable<string> Scopes { get; set; } = null!;
        public IEnumerable<string>? ResourceIndicators { get; set; }
    }

    public class TokenValidationResult : ValidationResult
    {
        public TokenValidationResult() { }
        public IEnumerable<Claim>? Claims { get; set; }
        public string? Jwt { get; set; }
        public string? ReferenceTokenId { get; set; }
        public RefreshToken? RefreshToken { get; set; }
        public Client? Client { get; set; }
    }

    public class ValidatedAuthorizeRequest : ValidatedRequest
    {
        public ValidatedAuthorizeRequest() { }
        public string ResponseType { get; set; } = null!;
        public string ResponseMode { get; set; } = null!;
        public string GrantType { get; set; } = null!;
        public string RedirectUri { get; set; } = null!;
        public List<string> RequestedScopes { get; set; } = null!;
        public IEnumerable<string>? RequestedResourceIndiators { get; set; }
        public string? Description { get; set; }
        public string? State { get; set; }
        public string? UiLocales { get; set; }
        public string? Nonce { get; set; }
        public List<string>? AuthenticationContextReferenceClasses { get; set; }
        public string? DisplayMode { get; set; }
        public IEnumerable<string> PromptModes { get; set; } = null!;
        public string? LoginHint { get; set; }
        public string? CodeChallenge { get; set; }
        public string? CodeChallengeMethod { get; set; }
        public IEnumerable<Claim> RequestObjectValues { get; set; } = null!;
        public string? RequestObject { get; set; }
    }

    public class ValidatedRequest
    {
        public ValidatedRequest() { }
        public NameValueCollection Raw { get; set; } = null!;
        public Client Client { get; set; } = null!;
        public string IssuerName { get; set; } = null!;
        public ParsedSecret? Secret { get; set; }
        public ICollection<Claim> ClientClaims { get; set; } = null!;
        public ClaimsPrincipal? Subject { get; set; }
        public string? SessionId { get; set; }
        public IdentityServerOptions Options { get; set; } = null!;
        public string? Confirmation { get; set; }
        public string ClientId { get; set; } = null!;
    }

    public class ValidationResult
    {
        public ValidationResult() { }
        public bool IsError { get; set; }
        public string? Error { get; set; }
        public string? ErrorDescription { get; set; }
    }
}

namespace IdentityModel.Client
{
    public class ClientCredentialsTokenRequest : TokenRequest
    {
        public ClientCredentialsTokenRequest() { }
        public string? Scope { get; set; }
        public ICollection<string> Resource { get; set; } = null!;
    }

    public class DiscoveryDocumentResponse : ProtocolResponse
    {
        public DiscoveryDocumentResponse() { }
        public string? Issuer { get; set; }
        public string? AuthorizeEndpoint { get; set; }
        public string? TokenEndpoint { get; set; }
        public string? UserInfoEndpoint { get; set; }
        public string? IntrospectionEndpoint { get; set; }
        public string? RevocationEndpoint { get; set; }
        public string? DeviceAuthorizationEndpoint { get; set; }
        public string? BackchannelAuthenticationEndpoint { get; set; }
        public string? JwksUri { get; set; }
        public string? EndSessionEndpoint { get; set; }
        public string? CheckSessionIframe { get; set; }
        public string? RegistrationEndpoint { get; set; }
        public IEnumerable<string> GrantTypesSupported { get; set; } = null!;
        public IEnumerable<string> CodeChallengeMethodsSupported { get; set; } = null!;
        public IEnumerable<string> ScopesSupported { get; set; } = null!;
        public IEnumerable<string> SubjectTypesSupported { get; set; } = null!;
        public IEnumerable<string> ResponseModesSupported { get; set; } = null!;
        public IEnumerable<string> ResponseTypesSupported { get; set; } = null!;
        public IEnumerable<string> ClaimsSupported { get; set; } = null!;
        public IEnumerable<string> TokenEndpointAuthenticationMethodsSupported { get; set; } = null!;
        public IEnumerable<string> BackchannelTokenDeliveryModesSupported { get; set; } = null!;
    }

    public class PasswordTokenRequest : TokenRequest
    {
        public PasswordTokenRequest() { }
        public string UserName { get; set; } = null!;
        public string? Password { get; set; }
        public string? Scope { get; set; }
        public ICollection<string> Resource { get; set; } = null!;
    }

    public class ProtocolRequest
    {
        public ProtocolRequest() { }
        public string? Address { get; set; }
        public string ClientId { get; set; } = null!;
        public string? ClientSecret { get; set; }
    }

    public class ProtocolResponse
    {
        public ProtocolResponse() { }
        public HttpResponseMessage HttpResponse { get; set; } = null!;
        public string? Raw { get; set; }
        public Exception? Exception { get; set; }
        public bool IsError { get; set; }
        public string? ErrorMessage { get; set; }
        public string? HttpErrorReason { get; set; }
        public string? Error { get; set; }
    }

    public class TokenRequest : ProtocolRequest
    {
        public TokenRequest() { }
        public string GrantType { get; set; } = null!;
    }

    public class TokenResponse : ProtocolResponse
    {
        public TokenResponse() { }
        public string? AccessToken { get; set; }
        public string? IdentityToken { get; set; }
        public string? Scope { get; set; }
        public string? IssuedTokenType { get; set; }
        public string? TokenType { get; set; }
        public string? RefreshToken { get; set; }
        public string? ErrorDescription { get; set; }
    }
}

namespace Duende.IdentityServer.Extensions
{
    public static class PrincipalExtensions
    {
#nullable disable
        public static string GetSubjectId(this System.Security.Principal.IPrincipal principal) => null;
#nullable enable
    }
}

namespace IdentityModel
{
    public static class Base64Url
    {
        public static byte[] Decode(string arg) => throw null!;
    }
}

namespace IdentityModel.Client
{
    public static class Extensions
    {
        public static void SetBearerToken(this HttpClient client, string token) { }
        public static Task<DiscoveryDocumentResponse> GetDiscoveryDocumentAsync(this HttpClient client, string? address = null) => throw null!;
        public static Task<TokenResponse> RequestClientCredentialsTokenAsync(this HttpMessageInvoker client, ClientCredentialsTokenRequest request) => throw null!;
        public static Task<TokenResponse> RequestPasswordTokenAsync(this HttpMessageInvoker client, PasswordTokenRequest request) => throw null!;
    }
}

namespace Microsoft.IdentityModel.Tokens
{
    public class SigningCredentials { }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public interface IIdentityServerBuilder { }

    public static class StandIns
    {
        public static IIdentityServerBuilder AddIdentityServer(this IServiceCollection services, Action<IdentityServerOptions> setupAction) => throw null!;
        public static IIdentityServerBuilder AddInMemoryClients(this IIdentityServerBuilder builder, IEnumerable<Duende.IdentityServer.Models.Client> clients) => builder;
        public static IIdentityServerBuilder AddInMemoryApiScopes(this IIdentityServerBuilder builder, IEnumerable<ApiScope> apiScopes) => builder;
    }
}
