/** A member that a class of the product got, and which a derived class may have declared before. */
export interface Added {
  readonly type: string; // full name
  readonly member: string;
  /** How many parameters a method has; null: it is a property. */
  readonly parameters: number | null;
  /** CS0114 where it can be overridden, else CS0108. */
  readonly isVirtual: boolean;
  readonly since: string;
  readonly item: string | null; // of the coverage list
}

const is = 'Duende.IdentityServer';
const client = ['RequireDPoP', 'DPoPValidationMode', 'DPoPClockSkew', 'InitiateLoginUri'];

export const added: readonly Added[] = [
  method(`${is}.ResponseHandling.AuthorizeInteractionResponseGenerator.ProcessCreateAccountAsync`, 1, {
    isVirtual: true,
    item: 'A19',
  }),
  method(`${is}.EntityFramework.Stores.ServerSideSessionStore.ApplyFilter`, 2, { isVirtual: true, item: 'A23' }),
  // It was there before, and could not be overridden.
  method(`${is}.EntityFramework.Stores.ServerSideSessionStore.GetAndRemoveExpiredSessionsAsync`, 2, {
    isVirtual: true,
    since: '6.3.6',
    item: 'A23',
  }),
  method(`${is}.EntityFramework.TokenCleanupService.CleanupGrantsAsync`, 1),
  method(`${is}.Test.TestUserStore.CreateUser`, 4),
  ...properties(`${is}.Models.Client`, client),
  ...properties(`${is}.EntityFramework.Entities.Client`, client),
  ...properties(`${is}.Models.AuthorizationCode`, ['DPoPKeyThumbprint']),
  ...properties(`${is}.Models.RefreshToken`, ['ProofType']),
  ...properties(`${is}.Models.RefreshTokenCreationRequest`, ['ProofType']),
  ...properties(`${is}.Models.LogoutNotificationContext`, ['LogoutReason']),
  ...properties(`${is}.Services.BackChannelLogoutRequest`, ['LogoutReason']),
  ...properties(`${is}.Services.DefaultRefreshTokenService`, ['Options']),
  ...properties(`${is}.Services.DefaultBackChannelLogoutService`, ['IssuerNameService'], '6.3.7'),
  ...properties(`${is}.ResponseHandling.TokenResponse`, ['AccessTokenType', 'DPoPNonce']),
  ...properties(`${is}.ResponseHandling.TokenErrorResponse`, ['DPoPNonce']),
  ...properties(`${is}.ResponseHandling.InteractionResponse`, ['ResponseType', 'IsCreateAccount']),
  ...properties(`${is}.Validation.ValidatedRequest`, ['ProofType']),
  ...properties(`${is}.Validation.ValidatedTokenRequest`, ['ProofType', 'ProofKeyThumbprint']),
  ...properties(`${is}.Validation.ValidatedAuthorizeRequest`, ['ProofType', 'DPoPKeyThumbprint']),
  ...properties(`${is}.Validation.TokenRequestValidationResult`, ['DPoPNonce']),
  ...properties(`${is}.Configuration.IdentityServerOptions`, ['DPoP', 'LogoutTokenJwtType']),
  ...properties(`${is}.Configuration.InputLengthRestrictions`, ['DPoPKeyThumbprint', 'DPoPProofToken']),
  ...properties(`${is}.Configuration.UserInteractionOptions`, ['CreateAccountUrl', 'CreateAccountReturnUrlParameter']),
  ...properties(`${is}.Stores.Serialization.PersistentGrantOptions`, ['DeleteOneTimeOnlyRefreshTokensOnUse']),
  ...properties(`${is}.EntityFramework.Options.OperationalStoreOptions`, ['ConsumedTokenCleanupDelay']),
  ...properties(`${is}.Events.UnhandledExceptionEvent`, ['Exception']),
];

function method(name: string, parameters: number, rest: Partial<Added> = {}): Added {
  const dot = name.lastIndexOf('.');
  return { ...property(name.slice(0, dot), name.slice(dot + 1)), parameters, ...rest };
}

function properties(type: string, members: readonly string[], since = '6.3.0'): Added[] {
  return members.map((member) => ({ ...property(type, member), since }));
}

function property(type: string, member: string): Added {
  return { type, member, parameters: null, isVirtual: false, since: '6.3.0', item: null };
}
