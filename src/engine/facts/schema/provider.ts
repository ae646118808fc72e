/** A database that EF Core can speak to here. `unknown`: one that isn't in our table, or none that could be seen. */
export type Provider = 'sqlserver' | 'npgsql' | 'mysql' | 'sqlite' | 'oracle' | 'in-memory' | 'unknown';

interface ProviderFacts {
  readonly label: string;
  readonly method: string; // what a team calls on the options builder
  /** Types of DPoPClockSkew, DPoPValidationMode, InitiateLoginUri, RequireDPoP; empty where there is no table. */
  readonly types: readonly string[];
}

const table: Readonly<Record<Exclude<Provider, 'unknown'>, ProviderFacts>> = {
  sqlserver: { label: 'SQL Server', method: 'UseSqlServer', types: ['time', 'int', 'nvarchar(2000)', 'bit'] },
  npgsql: {
    label: 'PostgreSQL',
    method: 'UseNpgsql',
    types: ['interval', 'integer', 'character varying(2000)', 'boolean'],
  },
  mysql: { label: 'MySQL', method: 'UseMySql', types: ['time(6)', 'int', 'varchar(2000)', 'tinyint(1)'] },
  sqlite: { label: 'SQLite', method: 'UseSqlite', types: ['TEXT', 'INTEGER', 'TEXT', 'INTEGER'] },
  oracle: {
    label: 'Oracle',
    method: 'UseOracle',
    types: ['INTERVAL DAY(8) TO SECOND(7)', 'NUMBER(10)', 'NVARCHAR2(2000)', 'NUMBER(1)'],
  },
  'in-memory': { label: 'the in-memory database', method: 'UseInMemoryDatabase', types: [] },
};

const known = Object.entries(table) as [Exclude<Provider, 'unknown'>, ProviderFacts][];

export const providerMethods: readonly string[] = known.map(([, { method }]) => method);

export const providerOfMethod = (method: string): Provider =>
  known.find(([, facts]) => facts.method === method)?.[0] ?? 'unknown';

export const providerLabel = (provider: Provider) =>
  provider === 'unknown' ? 'an unknown database' : table[provider].label;

export interface Column {
  readonly name: string;
  readonly type: string | null; // in the provider's words, where we know them
  readonly isNullable: boolean;
}

/** The columns that 6.3 adds to the clients table, in EF's order. */
export const clientColumns = (provider: Provider): readonly Column[] =>
  addedClientProperties.map((name, i) => ({
    name,
    type: (provider === 'unknown' ? undefined : table[provider].types[i]) ?? null,
    isNullable: name === 'InitiateLoginUri',
  }));

/** In ordinal order, as EF adds them. */
export const addedClientProperties = [
  'DPoPClockSkew',
  'DPoPValidationMode',
  'InitiateLoginUri',
  'RequireDPoP',
] as const;

/** What the stored client of 6.2 has. */
export const clientPropertiesAt62: readonly string[] =
  `Id AbsoluteRefreshTokenLifetime AccessTokenLifetime AccessTokenType AllowAccessTokensViaBrowser AllowOfflineAccess AllowPlainTextPkce AllowRememberConsent AllowedIdentityTokenSigningAlgorithms AlwaysIncludeUserClaimsInIdToken AlwaysSendClientClaims AuthorizationCodeLifetime BackChannelLogoutSessionRequired BackChannelLogoutUri CibaLifetime ClientClaimsPrefix ClientId ClientName ClientUri ConsentLifetime CoordinateLifetimeWithUserSession Created Description DeviceCodeLifetime EnableLocalLogin Enabled FrontChannelLogoutSessionRequired FrontChannelLogoutUri IdentityTokenLifetime IncludeJwtId LastAccessed LogoUri NonEditable PairWiseSubjectSalt PollingInterval ProtocolType RefreshTokenExpiration RefreshTokenUsage RequireClientSecret RequireConsent RequirePkce RequireRequestObject SlidingRefreshTokenLifetime UpdateAccessTokenClaimsOnRefresh Updated UserCodeType UserSsoLifetime`.split(
    /\s+/,
  );
