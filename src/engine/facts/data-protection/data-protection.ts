import type { Assignment, Invocation, Place, TypeDeclaration } from '../../csharp/index-types.ts';
import { isInFolder } from '../../workspace/file-path.ts';
import type { Facts } from '../facts.ts';
import type { Project } from '../project.ts';

const keyStores: Readonly<Record<string, string>> = {
  PersistKeysToFileSystem: 'a folder',
  PersistKeysToRegistry: 'the registry',
  PersistKeysToDbContext: 'a database',
  PersistKeysToStackExchangeRedis: 'Redis',
  PersistKeysToRedis: 'Redis',
  PersistKeysToAzureBlobStorage: 'an Azure blob',
  PersistKeysToAWSSystemsManager: 'AWS Systems Manager',
  PersistKeysToGoogleCloudStorage: 'Google Cloud Storage',
};

export const discriminatorInterface = 'Microsoft.AspNetCore.DataProtection.Infrastructure.IApplicationDiscriminator';

/** C# names whose files tell how a host protects its data. */
export const dataProtectionNames: readonly string[] = [
  'AddDataProtection',
  'SetApplicationName',
  'ApplicationDiscriminator',
  'IApplicationDiscriminator',
  'UseContentRoot',
  'ContentRootPath',
  'UseWindowsService',
  ...Object.keys(keyStores),
];

/** What a host's own code, and that of the projects it references, says about data protection. */
export interface DataProtection {
  /** The last call counts, as it does when it runs. */
  readonly applicationName: { readonly call: Invocation; readonly value: string | null; readonly text: string } | null;
  readonly discriminator: Assignment | null; // set through DataProtectionOptions
  readonly ownDiscriminator: TypeDeclaration | null;
  readonly keyStores: readonly { readonly call: Invocation; readonly label: string }[];
  readonly contentRoot: Invocation | null; // UseContentRoot or UseWindowsService
  readonly hasDockerfile: boolean;
}

export function dataProtectionOf(facts: Facts, project: Project): DataProtection {
  const own = new Set([project, ...referencedBy(facts, project)].map(({ path }) => path));
  const isOwn = ({ projects }: Pick<Place, 'projects'>) => projects.some((path) => own.has(path));
  const calls = (name: string) => facts.csharp.invocationsOf(name).filter(isOwn);
  const name = calls('SetApplicationName').at(-1);
  const argument = name?.arguments[0];
  return {
    applicationName: name
      ? {
          call: name,
          value: typeof argument?.literal === 'string' ? argument.literal : null,
          text: argument?.text ?? '',
        }
      : null,
    discriminator: facts.csharp.assignmentsTo('ApplicationDiscriminator').filter(isOwn).at(-1) ?? null,
    ownDiscriminator: facts.csharp.typesDerivedFrom(discriminatorInterface).find(isOwn) ?? null,
    keyStores: Object.entries(keyStores).flatMap(([method, label]) => calls(method).map((call) => ({ call, label }))),
    contentRoot: [...calls('UseContentRoot'), ...calls('UseWindowsService')][0] ?? null,
    hasDockerfile: [...facts.workspace.files.keys()].some(
      (path) => /(^|\/)Dockerfile[^/]*$/i.test(path) && isInFolder(path, project.folder),
    ),
  };
}

/** Every project that this one reaches through references. */
export function referencedBy(facts: Facts, project: Project): Project[] {
  const reached = new Map<string, Project>();
  const waiting = [...project.references];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const found = facts.projects.find((p) => p.path === path);
    if (!found || reached.has(path)) continue;
    reached.set(path, found);
    waiting.push(...found.references);
  }
  return [...reached.values()];
}
