import type { Place } from '../../csharp/index-types.ts';
import type { Invocation } from '../../csharp/invocation-types.ts';
import type { Facts } from '../facts.ts';
import type { DeploymentFiles } from '../hosts/deployment-files.ts';

/** Calls that say where keys are kept, and what that is. */
const stores: Readonly<Record<string, string>> = {
  PersistKeysToFileSystem: 'a folder',
  PersistKeysToRegistry: 'the registry',
  PersistKeysToDbContext: 'a database',
  PersistKeysToStackExchangeRedis: 'Redis',
  PersistKeysToRedis: 'Redis',
  PersistKeysToAzureBlobStorage: 'an Azure blob',
  PersistKeysToAWSSystemsManager: 'AWS Systems Manager',
  PersistKeysToGoogleCloudStorage: 'Google Cloud Storage',
  UseEphemeralDataProtectionProvider: 'memory',
};

const protections: readonly string[] = [
  'ProtectKeysWithCertificate',
  'ProtectKeysWithDpapi',
  'ProtectKeysWithDpapiNG',
  'ProtectKeysWithAzureKeyVault',
  'ProtectKeysWithGoogleKms',
  'ProtectKeysWithAwsKms',
];

/** C# names whose files tell about the keys. */
export const keyRingNames: readonly string[] = [
  ...Object.keys(stores),
  ...protections,
  'DisableAutomaticKeyGeneration',
  'SetDefaultKeyLifetime',
  'KeyManagement',
  'DataProtectKeys',
  'KeyPath',
  'AddOperationalStore',
  'AddSigningKeyStore',
  'AddSigningCredential',
  'AddDeveloperSigningCredential',
];

export interface KeyStore {
  readonly call: Invocation;
  readonly label: string;
  /** The same text in two projects names the same store. */
  readonly target: string;
  readonly folder: string | null; // of a file system, where the code says it
}

/** Where a host keeps the keys that protect its data, and its signing keys. */
export interface KeyRing {
  readonly stores: readonly KeyStore[];
  readonly protectedBy: readonly Invocation[];
  readonly makesNoKeys: Invocation | null; // DisableAutomaticKeyGeneration
  readonly lifetime: Invocation | null;
  readonly signing: SigningKeys;
}

/** The keys that IdentityServer signs tokens with: kept in the operational store, in files, or given. */
export interface SigningKeys {
  readonly kept: 'store' | 'files' | 'given';
  readonly areProtected: boolean; // by data protection
  readonly places: readonly { readonly place: Place; readonly because: string }[];
}

type IsOwn = (place: Pick<Place, 'projects'>) => boolean;

export function keyRingOf(facts: Facts, isOwn: IsOwn): KeyRing {
  const calls = (name: string) => facts.csharp.invocationsOf(name).filter(isOwn);
  return {
    stores: Object.entries(stores).flatMap(([method, label]) => calls(method).map((call) => storeOf(call, label))),
    protectedBy: protections.flatMap(calls),
    makesNoKeys: calls('DisableAutomaticKeyGeneration')[0] ?? null,
    lifetime: calls('SetDefaultKeyLifetime')[0] ?? null,
    signing: signingKeysOf(facts, isOwn),
  };
}

function storeOf(call: Invocation, label: string): KeyStore {
  const parts = [...call.typeArguments, ...call.arguments].map(({ text }) => text.replace(/\s+/g, ''));
  const folder = /DirectoryInfo\(\s*@?"([^"]+)"\s*\)$/.exec(call.arguments[0]?.text ?? '')?.[1] ?? null;
  return { call, label, target: [call.name, ...parts].join(' '), folder };
}

function signingKeysOf({ csharp }: Facts, isOwn: IsOwn): SigningKeys {
  const calls = (...names: readonly string[]) => names.flatMap((name) => csharp.invocationsOf(name)).filter(isOwn);
  const settings = (member: string) =>
    csharp
      .assignmentsTo(member)
      .filter((at) => isOwn(at) && (member !== 'Enabled' || at.target.includes('KeyManagement')));
  const given = calls('AddSigningCredential', 'AddDeveloperSigningCredential');
  const off = settings('Enabled').filter(({ literal }) => literal === false);
  const unprotected = settings('DataProtectKeys').filter(({ literal }) => literal === false);
  const folders = settings('KeyPath');
  const isStored = calls('AddOperationalStore', 'AddSigningKeyStore').length > 0;
  return {
    kept: off.length > 0 ? 'given' : isStored ? 'store' : 'files',
    areProtected: unprotected.length === 0,
    places: [
      ...given.map((call) => ({ place: nameOf(call), because: 'gives a signing key' })),
      ...off.map((place) => ({ place, because: 'turns automatic signing keys off' })),
      ...unprotected.map((place) => ({ place, because: 'stores signing keys without data protection' })),
      ...folders.map((place) => ({ place, because: 'keeps signing keys in a folder' })),
    ],
  };
}

const nameOf = ({ path, nameSpan, projects }: Invocation): Place => ({ path, span: nameSpan, projects });

/** Keys that end with the container: in the default folder, or in one that nothing outside is mounted to. */
export function endWithContainer({ stores }: KeyRing, { images, mounts }: DeploymentFiles): boolean {
  if (images.length === 0) return false;
  const isMounted = (folder: string) => mounts.some(({ value }) => isSameOrBelow(folder, value));
  if (stores.length === 0)
    return !mounts.some(({ value }) => /DataProtection-Keys|\/\.aspnet\b|^\/root\/?$|^\/home\//.test(value));
  const folders = stores.flatMap(({ folder }) => folder ?? []);
  return folders.length === stores.length && folders.some((folder) => folder.startsWith('/') && !isMounted(folder));
}

const isSameOrBelow = (folder: string, mount: string) => {
  const [inner, outer] = [folder, mount].map((path) => path.replace(/\/+$/, ''));
  return inner === outer || inner!.startsWith(`${outer}/`);
};
