import { compareNumbers } from '../../../../engine/facts/version-level.ts';

/** Packages of the family that bring the core along; all of them bring `.Storage`. */
const withCore = new Set([
  'duende.identityserver',
  'duende.identityserver.entityframework',
  'duende.identityserver.aspnetidentity',
]);

/** Released together; they call each other's internals, so a mixture fails at run time. */
const tokenLibraries = new Set([
  'system.identitymodel.tokens.jwt',
  ...[
    'abstractions',
    'jsonwebtokens',
    'keyvaultextensions',
    'logging',
    'loggingextensions',
    'managedkeyvaultsecuritykey',
    'protocols',
    'protocols.openidconnect',
    'protocols.signedhttprequest',
    'protocols.wsfederation',
    'tokens',
    'tokens.saml',
    'validators',
    'xml',
  ].map((name) => `microsoft.identitymodel.${name}`),
]);

/** Those that the family itself brings along, through the OpenID Connect handler. */
const broughtTokenLibraries = new Set([
  'system.identitymodel.tokens.jwt',
  ...['abstractions', 'jsonwebtokens', 'logging', 'protocols', 'protocols.openidconnect', 'tokens'].map(
    (name) => `microsoft.identitymodel.${name}`,
  ),
]);

export const isTokenLibrary = (id: string) => tokenLibraries.has(id.toLowerCase());

/** Restore refuses a lower version of it; of the other token libraries it says nothing. */
export const isBrought = (id: string) => !isTokenLibrary(id) || broughtTokenLibraries.has(id.toLowerCase());

/** The lowest version of `id` that `target` of the family's package allows in a project for that major version of .NET. */
export function floorOf(id: string, family: string, target: string, netMajor: number | null): string | null {
  const name = id.toLowerCase();
  if (name === 'identitymodel') return '6.1.0';
  if (compareNumbers(target, '6.3.9') < 0) return null;
  const runtime = netMajor === null || netMajor < 7 ? '6.0.26' : '7.0.15';
  if (name === 'microsoft.aspnetcore.dataprotection.abstractions') return runtime;
  if (!withCore.has(family.toLowerCase())) return null;
  if (name === 'microsoft.aspnetcore.authentication.openidconnect') return runtime;
  return isTokenLibrary(id) ? '6.35.0' : null;
}

export const hasFloor = (id: string) => isTokenLibrary(id) || /^identitymodel$/i.test(id) || followsRuntime(id);

/** Released with .NET itself: its floor depends on the target framework. */
export const followsRuntime = (id: string) =>
  /^microsoft\.aspnetcore\.(dataprotection\.abstractions|authentication\.openidconnect)$/i.test(id);
