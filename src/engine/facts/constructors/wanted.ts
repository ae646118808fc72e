import type { Construction, Constructor, Place, Value } from '../../csharp/index-types.ts';
import type { Change } from '../../workspace/change.ts';
import type { Facts } from '../facts.ts';

export interface Code {
  readonly text: string;
  readonly changes: readonly Change[];
}

/** A value that calls of constructors must give from now on, and the ways to come by it. All of them are known to the container. */
export interface Wanted {
  readonly parameterName: string;
  readonly description: string; // of the parameter, where others are described
  /** The value read from something that can be named there. */
  from(value: Value, by: Constructor | null): string | null;
  /** The type of a parameter that takes it in this constructor. */
  parameterType(head: Constructor, facts: Facts): Code;
  /** The type under which the container gives it for this call. */
  serviceType(call: Construction, facts: Facts): Code | null;
  /** What a test may give in its place. */
  standIn?(call: Construction, facts: Facts): Code;
}

const isProduct = ({ type }: Value, name: string) => type.kind === 'product' && type.name === name;

/** A type of the product, asked for by itself. `siblings`: other names that a `using` for it would bring. */
function wantedType(type: string, parameterName: string, description: string, siblings: readonly string[]): Wanted {
  const named = (at: Place, facts: Facts) => nameOf(type, at, facts, siblings);
  return {
    parameterName,
    description,
    from: (value) => (isProduct(value, type) ? value.name : null),
    parameterType: named,
    serviceType: named,
  };
}

export const optionsType = 'Duende.IdentityServer.Configuration.IdentityServerOptions';
export const grantOptionsType = 'Duende.IdentityServer.Stores.Serialization.PersistentGrantOptions';
export const issuerNameType = 'Duende.IdentityServer.Services.IIssuerNameService';

const serverOptions = wantedType(optionsType, 'identityServerOptions', 'The options of the server.', [
  'AuthenticationOptions',
  'CachingOptions',
  'CorsOptions',
  'CryptoHelper',
  'CspOptions',
  'DiscoveryOptions',
  'DPoPOptions',
  'EndpointsOptions',
  'EventsOptions',
  'InputLengthRestrictions',
  'KeyManagementOptions',
  'LoggingOptions',
  'ValidationOptions',
]);

/** Read from `IOptions<IdentityServerOptions>` too: the container's own come from there. */
export const identityServerOptions: Wanted = {
  ...serverOptions,
  from(value, by) {
    const [options] = value.typeArguments;
    const isWrapped = isNamed(value, 'IOptions') && options?.kind === 'product' && options.name === optionsType;
    return isWrapped ? `${value.name}.Value` : serverOptions.from(value, by);
  },
};

export const issuerNameService = wantedType(issuerNameType, 'issuerNameService', 'The issuer name service.', []);

const grantSiblings = [
  'ClaimConverter',
  'ClaimLite',
  'ClaimsPrincipalConverter',
  'ClaimsPrincipalLite',
  'CustomContractResolver',
  'IPersistentGrantSerializer',
  'PersistentGrantDataContainer',
  'PersistentGrantSerializer',
];
const grantOptions = wantedType(
  grantOptionsType,
  'persistentGrantOptions',
  'The persistent grant options.',
  grantSiblings,
);

/** Read from the options of the server where those are at hand. */
export const persistentGrantOptions: Wanted = {
  ...grantOptions,
  from(value, by) {
    const whole = identityServerOptions.from(value, by);
    return grantOptions.from(value, by) ?? (whole && `${whole}.PersistentGrants`);
  },
  standIn(call, facts) {
    const { text, changes } = nameOf(grantOptionsType, call, facts, grantSiblings);
    return { text: `new ${text}()`, changes };
  },
};

/** `ILogger<out T>`: one for a derived class serves its base. */
export const loggerOf = (type: string): Wanted => ({
  parameterName: 'logger',
  description: 'The logger.',
  from(value, by) {
    const [category] = value.typeArguments;
    if (isNamed(value, 'ILoggerFactory') && by && value.kind === 'parameter')
      return `${value.name}.CreateLogger<${by.selfType}>()`;
    if (!isNamed(value, 'ILogger') || !category) return null;
    const isOwn =
      by !== null && category.kind === 'solution' && category.name === by.type && !by.selfType.includes('<');
    return isOwn || (by === null && category.kind === 'product' && category.name === type) ? value.name : null;
  },
  parameterType: (head, facts) => logger(head.selfType, head, facts),
  serviceType(call, facts) {
    const category = constructed(call, facts);
    return category === null ? null : logger(category, call, facts);
  },
});

const isNamed = ({ type }: Value, name: string) =>
  type.kind === 'other' && (type.name === name || type.name.endsWith(`.${name}`));

/** The constructed type as the call writes it, whole; where it doesn't, by its name. null: that doesn't mean it there. */
function constructed(call: Construction, { csharp }: Facts): string | null {
  const { path, argumentList, of } = call;
  const before = csharp.sourceOf(path).text.slice(0, argumentList.start);
  const written = before.slice(before.search(/\bnew\b(?!.*\bnew\b)[^;{}()]*$/s) + 'new'.length).trim();
  if (written !== '') return written;
  const name = of.kind === 'solution' ? of.name.replace(/^.*\./, '') : '';
  const meant = csharp.meaningOf(name, call);
  const isPlain = of.kind === 'solution' && csharp.constructorsOf(of.name).every(({ selfType }) => selfType === name);
  return isPlain && meant.kind === 'solution' && meant.name === of.name ? name : null;
}

function logger(category: string, at: Place, { csharp }: Facts): Code {
  const full = 'Microsoft.Extensions.Logging.ILogger';
  const { text, changes } = csharp.nameFor(full, at);
  // A bare `ILogger` is another library's, and would become ambiguous.
  return changes.length > 0 && csharp.isNameTaken('ILogger', at.path)
    ? { text: `${full}<${category}>`, changes: [] }
    : { text: `${text}<${category}>`, changes };
}

/** The type's full name where a `using` for it would give other names of the file a second meaning. */
function nameOf(type: string, at: Place, { csharp }: Facts, siblings: readonly string[]): Code {
  const short = csharp.nameFor(type, at);
  const clashes = short.changes.length > 0 && siblings.some((name) => csharp.isNameTaken(name, at.path));
  return clashes ? { text: type, changes: [] } : short;
}
