/** A member that a class of the product got, and which a derived class may have declared before. */
export interface Added {
  readonly type: string; // full name
  readonly member: string;
  readonly isMethod: boolean;
  /** CS0114 where it can be overridden, else CS0108. */
  readonly isVirtual: boolean;
  readonly since: string;
  readonly item: string | null; // of the coverage list
}

const property = (type: string, ...members: string[]): Added[] =>
  members.map((member) => ({ type, member, isMethod: false, isVirtual: false, since: '6.3.0', item: null }));

const is = 'Duende.IdentityServer';

export const added: readonly Added[] = [
  {
    type: `${is}.ResponseHandling.AuthorizeInteractionResponseGenerator`,
    member: 'ProcessCreateAccountAsync',
    isMethod: true,
    isVirtual: true,
    since: '6.3.0',
    item: 'A19',
  },
  {
    type: `${is}.EntityFramework.Stores.ServerSideSessionStore`,
    member: 'ApplyFilter',
    isMethod: true,
    isVirtual: true,
    since: '6.3.0',
    item: 'A23',
  },
  {
    type: `${is}.Test.TestUserStore`,
    member: 'CreateUser',
    isMethod: true,
    isVirtual: false,
    since: '6.3.0',
    item: null,
  },
  ...property(`${is}.Services.DefaultRefreshTokenService`, 'Options'),
  ...property(`${is}.Services.DefaultBackChannelLogoutService`, 'IssuerNameService').map((one) => ({
    ...one,
    since: '6.3.7',
  })),
  ...property(`${is}.ResponseHandling.TokenResponse`, 'AccessTokenType', 'DPoPNonce'),
  ...property(`${is}.ResponseHandling.InteractionResponse`, 'ResponseType', 'IsCreateAccount'),
  ...property(`${is}.Validation.ValidatedRequest`, 'ProofType'),
  ...property(`${is}.Validation.ValidatedTokenRequest`, 'ProofType', 'ProofKeyThumbprint'),
  ...property(`${is}.Configuration.IdentityServerOptions`, 'DPoP', 'LogoutTokenJwtType'),
  ...property(`${is}.EntityFramework.Options.OperationalStoreOptions`, 'ConsumedTokenCleanupDelay'),
];
