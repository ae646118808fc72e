import type { Facts } from '../facts.ts';
import { type ContentRoot, contentRootNames, contentRootOf } from '../hosts/content-root.ts';
import { type DeploymentFiles, deploymentFilesOf } from '../hosts/deployment-files.ts';
import { hostBuilderOf, hostBuildersOf, hostKindOf, hostNames } from '../hosts/host-kind.ts';
import { isTestProject } from '../hosts/is-test-project.ts';
import type { HostKind, Project } from '../project.ts';
import {
  type ApplicationName,
  addersOfDataProtection,
  applicationNameOf,
  discriminatorInterface,
} from './application-name.ts';
import type { Deployment } from './default-name.ts';
import { type KeyRing, keyRingNames, keyRingOf } from './key-ring.ts';
import { commonMajor, type LoadedLibrary, loadedLibrary } from './loaded-library.ts';
import { ownOf, referencedBy } from './references.ts';

/** C# names whose files tell how a host protects its data. */
export const dataProtectionNames: readonly string[] = [
  ...hostNames,
  ...contentRootNames,
  ...keyRingNames,
  ...addersOfDataProtection,
  'SetApplicationName',
  'ApplicationDiscriminator',
  'DataProtectionOptions',
  discriminatorInterface,
];

/** A project that runs IdentityServer, and how it protects its data now. */
export interface ProtectedHost {
  readonly project: Project;
  readonly kind: HostKind;
  readonly name: ApplicationName;
  readonly keyRing: KeyRing;
  readonly contentRoot: ContentRoot;
  readonly files: DeploymentFiles;
  readonly library: LoadedLibrary;
  readonly deployment: Deployment;
  /** Other hosts of the solution that keep their keys in the same place, and the names they give themselves. */
  readonly sharedWith: readonly { readonly project: Project; readonly name: ApplicationName }[];
}

const known = new WeakMap<Facts, readonly ProtectedHost[]>();

/** Hosts that run IdentityServer by their own code or by that of a project they reference. */
export function protectedHosts(facts: Facts): readonly ProtectedHost[] {
  const hosts = known.get(facts) ?? readHosts(facts);
  known.set(facts, hosts);
  return hosts;
}

function readHosts(facts: Facts): ProtectedHost[] {
  const servers = new Set(facts.csharp.invocationsOf('AddIdentityServer').flatMap(({ projects }) => projects));
  const runsOne = (project: Project) =>
    servers.has(project.path) ||
    (hostBuildersOf(facts, project).length > 0 && referencedBy(facts, project).some(({ path }) => servers.has(path)));
  const projects = facts.projects
    .filter((project) => project.product !== null && !isTestProject(project) && runsOne(project))
    .filter((project) => hostKindOf(facts, project) !== 'library');
  return projects.map((project) => hostOf(facts, project, projects.length === 1));
}

function hostOf(facts: Facts, project: Project, isOnly: boolean): ProtectedHost {
  const isOwn = ownOf(facts, project);
  const kind = hostKindOf(facts, project);
  const files = deploymentFilesOf(facts, project, isOnly);
  const contentRoot = contentRootOf(facts, project, isOwn, files);
  const library = loadedLibrary(facts, project);
  const keyRing = keyRingOf(facts, isOwn);
  return {
    project,
    kind,
    name: applicationNameOf(facts, isOwn),
    keyRing,
    contentRoot,
    files,
    library,
    deployment: {
      host: kind,
      framework: commonMajor(project.targetFrameworks),
      library: library.major,
      root: contentRoot.ending,
    },
    sharedWith: hostsWithStoreOf(facts, project, keyRing),
  };
}

const hostsWithStoreOf = (facts: Facts, project: Project, { stores }: KeyRing) =>
  facts.projects
    .filter((other) => other !== project && !isTestProject(other) && hostKindOf(facts, other) !== 'library')
    .filter((other) => {
      const theirs = keyRingOf(facts, ownOf(facts, other)).stores.map(({ target }) => target);
      return stores.some(({ label, target }) => label !== 'memory' && theirs.includes(target));
    })
    .map((other) => ({ project: other, name: applicationNameOf(facts, ownOf(facts, other)) }));

/** What builds the host, as far as it was seen. */
export const builderOf = (facts: Facts, project: Project) =>
  hostBuilderOf(facts, project) ?? hostBuildersOf(facts, project)[0];
