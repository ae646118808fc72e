import type { FilePath } from '../../workspace/file-path.ts';
import { sourceOf } from '../../workspace/workspace.ts';
import type { Facts } from '../facts.ts';
import type { PackageUse, Project } from '../project.ts';
import { majorOfNet } from '../projects/frameworks.ts';
import { referencedBy } from './references.ts';

/** The Microsoft.AspNetCore.DataProtection that a host loads: the framework's, unless a package brings a newer one. */
export interface LoadedLibrary {
  readonly major: number | null;
  readonly package: PackageUse | null;
  /** A lock file that names it, where no package reference does. */
  readonly lockFile: { readonly path: FilePath; readonly version: string } | null;
}

/** The library itself, and packages of the same version that stand on it. */
const packages = /^Microsoft\.AspNetCore\.DataProtection(\.(Extensions|StackExchangeRedis|EntityFrameworkCore))?$/i;

export function loadedLibrary(facts: Facts, project: Project): LoadedLibrary {
  const framework = commonMajor(project.targetFrameworks);
  const uses = [project, ...referencedBy(facts, project)]
    .flatMap((one) => one.packages)
    .filter(({ id }) => packages.test(id))
    .toSorted((a, b) => (majorOfVersion(b.version) ?? 0) - (majorOfVersion(a.version) ?? 0));
  const newest = uses[0] ?? null;
  const lockFile = lockedVersion(facts, project);
  const brought = Math.max(
    majorOfVersion(newest?.version ?? null) ?? 0,
    majorOfVersion(lockFile?.version ?? null) ?? 0,
  );
  const counts = framework !== null && brought > framework;
  return {
    major: brought >= 7 ? Math.max(brought, framework ?? 0) : framework,
    package: counts && (majorOfVersion(newest?.version ?? null) ?? 0) === brought ? newest : null,
    lockFile: counts && (majorOfVersion(newest?.version ?? null) ?? 0) < brought ? lockFile : null,
  };
}

/** The newest, where all are on the same side of .NET 7, which changed the name. */
export function commonMajor(frameworks: readonly string[]): number | null {
  const majors = frameworks.map(majorOfNet);
  const numbers = majors.filter((major) => major !== null);
  if (numbers.length === 0 || numbers.length < majors.length) return null;
  const newer = numbers.filter((major) => major >= 7).length;
  return newer === 0 || newer === numbers.length ? Math.max(...numbers) : null;
}

const majorOfVersion = (version: string | null) => {
  const major = /\d+/.exec(version ?? '')?.[0];
  return major === undefined ? null : Number(major);
};

function lockedVersion({ workspace }: Facts, { folder }: Project): LoadedLibrary['lockFile'] {
  const path = (folder === '' ? 'packages.lock.json' : `${folder}/packages.lock.json`) as FilePath;
  const file = workspace.files.get(path);
  const source = file && sourceOf(file);
  if (source?.kind !== 'text') return null;
  const version = /"Microsoft\.AspNetCore\.DataProtection"\s*:\s*\{[^}]*?"resolved"\s*:\s*"([^"]+)"/i.exec(
    source.text,
  )?.[1];
  return version === undefined ? null : { path, version };
}
