/** A member of an interface of the product whose signature says since 6.3 where null is allowed. */
export interface Annotated {
  readonly interface: string; // full name, without type parameters
  readonly member: string;
  readonly parameters: readonly string[]; // their types, without type arguments
  /** `Task<T>` became `Task<T?>`. */
  readonly returnsNull: boolean;
  /** Parameters that became `T?`, by position. */
  readonly takesNull: readonly number[];
  readonly since: string;
  readonly isProperty: boolean;
  /** A member of a class, which is overridden. */
  readonly isVirtual: boolean;
}

const member = (
  of: string,
  name: string,
  parameters: readonly string[],
  returns: 'T' | 'T?',
  takesNull: readonly number[] = [],
  since = '6.3.0',
): Annotated => ({
  interface: `Duende.IdentityServer.${of}`,
  member: name,
  parameters,
  returnsNull: returns === 'T?',
  takesNull,
  since,
  isProperty: false,
  isVirtual: false,
});

/** Read from the source of both versions. `IEndpointRouter.Find` gives `T?` now, which a `T` still satisfies. */
export const annotated: readonly Annotated[] = [
  member('Hosting.IEndpointHandler', 'ProcessAsync', ['HttpContext'], 'T?'),
  member(
    'ResponseHandling.IAuthorizeInteractionResponseGenerator',
    'ProcessInteractionAsync',
    ['ValidatedAuthorizeRequest', 'ConsentResponse'],
    'T',
    [1],
  ),
  member('Services.IBackchannelAuthenticationInteractionService', 'GetLoginRequestByInternalIdAsync', ['string'], 'T?'),
  member('Services.ICache', 'GetAsync', ['string'], 'T?'),
  member('Services.IDeviceFlowCodeService', 'FindByDeviceCodeAsync', ['string'], 'T?'),
  member('Services.IDeviceFlowCodeService', 'FindByUserCodeAsync', ['string'], 'T?'),
  member('Services.IDeviceFlowInteractionService', 'GetAuthorizationContextAsync', ['string'], 'T?'),
  member(
    'Services.IIdentityServerInteractionService',
    'DenyAuthorizationAsync',
    ['AuthorizationRequest', 'AuthorizationError', 'string'],
    'T',
    [2],
  ),
  member(
    'Services.IIdentityServerInteractionService',
    'GrantConsentAsync',
    ['AuthorizationRequest', 'ConsentResponse', 'string'],
    'T',
    [2],
  ),
  member('Services.IIdentityServerInteractionService', 'RevokeUserConsentAsync', ['string'], 'T', [0], '6.3.2'),
  member('Services.IIdentityServerInteractionService', 'GetAuthorizationContextAsync', ['string'], 'T?', [0]),
  member('Services.IIdentityServerInteractionService', 'GetErrorContextAsync', ['string'], 'T?', [0]),
  member('Services.IIdentityServerInteractionService', 'GetLogoutContextAsync', ['string'], 'T', [0], '6.3.2'),
  member('Services.IIdentityServerInteractionService', 'CreateLogoutContextAsync', [], 'T?'),
  member('Services.IIdentityServerInteractionService', 'IsValidReturnUrl', ['string'], 'T', [0]),
  member('Services.IJwtRequestUriHttpClient', 'GetJwtAsync', ['string', 'Client'], 'T?'),
  member('Services.IKeyMaterialService', 'GetSigningCredentialsAsync', ['IEnumerable'], 'T', [0]),
  member('Services.IPersistedGrantService', 'RemoveAllGrantsAsync', ['string', 'string', 'string'], 'T', [1, 2]),
  member('Services.IReturnUrlParser', 'ParseAsync', ['string'], 'T?', [], '6.3.4'),
  {
    ...member('Services.IServerUrls', 'BasePath', [], 'T', [0]),
    isProperty: true,
  },
  { ...member('Models.Secret', 'Equals', ['object'], 'T', [0]), isVirtual: true },
  { ...member('Models.ClientClaim', 'Equals', ['object'], 'T', [0]), isVirtual: true },
  member('Services.ISessionManagementService', 'QuerySessionsAsync', ['SessionQuery', 'CancellationToken'], 'T', [0]),
  member('Services.IUserCodeService', 'GetGenerator', ['string'], 'T?'),
  member('Services.IUserSession', 'GetUserAsync', [], 'T?'),
  member('Services.IUserSession', 'GetSessionIdAsync', [], 'T?'),
  member('Stores.IAuthorizationCodeStore', 'GetAuthorizationCodeAsync', ['string'], 'T?'),
  member('Stores.IBackChannelAuthenticationRequestStore', 'GetByAuthenticationRequestIdAsync', ['string'], 'T?'),
  member('Stores.IBackChannelAuthenticationRequestStore', 'GetByInternalIdAsync', ['string'], 'T?'),
  member('Stores.IBackChannelAuthenticationRequestStore', 'GetLoginsForUserAsync', ['string', 'string'], 'T', [1]),
  member('Stores.IClientStore', 'FindClientByIdAsync', ['string'], 'T?'),
  member('Stores.IDeviceFlowStore', 'FindByDeviceCodeAsync', ['string'], 'T?'),
  member('Stores.IDeviceFlowStore', 'FindByUserCodeAsync', ['string'], 'T?'),
  member('Stores.IIdentityProviderStore', 'GetBySchemeAsync', ['string'], 'T?'),
  member('Stores.IPersistedGrantStore', 'GetAsync', ['string'], 'T?'),
  member('Stores.IReferenceTokenStore', 'GetReferenceTokenAsync', ['string'], 'T?'),
  member('Stores.IRefreshTokenStore', 'GetRefreshTokenAsync', ['string'], 'T?'),
  member('Stores.IServerSideSessionStore', 'QuerySessionsAsync', ['SessionQuery', 'CancellationToken'], 'T', [0]),
  member('Stores.IServerSideSessionStore', 'GetSessionAsync', ['string', 'CancellationToken'], 'T?'),
  member('Stores.IUserConsentStore', 'GetUserConsentAsync', ['string', 'string'], 'T?'),
  member('Validation.ISecretParser', 'ParseAsync', ['HttpContext'], 'T?'),
  member('Validation.ISecretsListParser', 'ParseAsync', ['HttpContext'], 'T?'),
];
