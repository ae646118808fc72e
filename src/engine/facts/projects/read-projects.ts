import { type FilePath, folderOf } from '../../workspace/file-path.ts';
import type { Notice, Workspace } from '../../workspace/workspace.ts';
import type { PackageUse, Project } from '../project.ts';
import type { Value } from './expand.ts';
import { familyRank, isFamily } from './family.ts';
import { majorOfNet } from './frameworks.ts';
import { lineOf } from './msbuild-files.ts';
import { noticesOf } from './notices.ts';
import type { PackageReference } from './packages.ts';
import { type Evaluated, type EvaluatedProject, type Solution, solutionOf } from './solution.ts';
import { readSolutionFiles } from './solution-files.ts';
import { sourcesOf } from './sources.ts';
import { specialUsingsOf, usingsOf } from './usings.ts';

/** Every project of the archive as MSBuild would see it, and what could not be read of them. */
export function readProjects(workspace: Workspace): { projects: Project[]; notices: Notice[] } {
  const solution = solutionOf(workspace);
  const csharp = [...workspace.files.keys()].filter((path) => /\.cs$/i.test(path));
  return {
    projects: solution.projects.map((project) => toProject(project, solution, csharp)),
    notices: noticesOf(solution, readSolutionFiles(workspace)),
  };
}

function toProject(project: EvaluatedProject, solution: Solution, csharp: readonly FilePath[]): Project {
  const { path, sdk, targetFrameworks, references, evaluations } = project;
  const isCSharp = /\.csproj$/i.test(path);
  const sources = isCSharp ? evaluations.flatMap((e) => sourcesOf(e, sdk !== null, csharp)) : [];
  const properties = (name: string) => evaluations.map((evaluation) => evaluation.property(name));
  return {
    path,
    folder: folderOf(path),
    sdk,
    targetFrameworks,
    packages: evaluations
      .flatMap(({ packages }) => packages.references.map(toPackageUse))
      .filter((use, index, all) => all.findIndex((other) => isSameUse(use, other)) === index),
    references,
    sources: [...new Set(sources)],
    usings: isCSharp ? [...new Set(evaluations.flatMap((e) => usingsOf(e, sdk)))] : [],
    specialUsings: isCSharp ? evaluations.slice(0, 1).flatMap(specialUsingsOf) : [],
    defines: definesOf(evaluations),
    nullable: properties('Nullable').some((value) => value?.toLowerCase() === 'enable'),
    product: productOf(project, solution),
  };
}

function toPackageUse(reference: PackageReference): PackageUse {
  const place = reference.places.at(-1);
  const { file, element } = reference.reference;
  const [declaredIn, span] = place ? [place.file, place.span] : [file, element.span];
  return {
    id: reference.id,
    version: reference.version,
    declaredIn: declaredIn.path,
    span,
    line: lineOf(declaredIn, span),
  };
}

const isSameUse = (a: PackageUse, b: PackageUse) =>
  a.id === b.id && a.declaredIn === b.declaredIn && a.span.start === b.span.start && a.version === b.version;

/** Nearest first: its own packages, then those of the projects it references, breadth first. */
function productOf(project: EvaluatedProject, solution: Solution): Project['product'] {
  const seen = new Set([project]);
  for (let level = [project], isDirect = true; level.length > 0; isDirect = false) {
    const found = level.map(familyVersion).find((version) => version !== undefined);
    if (found !== undefined) return { version: found, isDirect };
    level = level.flatMap(({ references }) =>
      references.flatMap((path) => {
        const next = solution.project(path);
        if (!next || seen.has(next)) return [];
        seen.add(next);
        return [next];
      }),
    );
  }
  return null;
}

/** undefined: no package of the family; null: one whose version can't be told. */
function familyVersion({ evaluations }: EvaluatedProject): Value | undefined {
  const references = evaluations.flatMap(({ packages }) => packages.references).filter(({ id }) => isFamily(id));
  return references.toSorted((a, b) => familyRank(a.id) - familyRank(b.id))[0]?.version;
}

/** Symbols of `#if` that every framework and configuration of the project has. */
function definesOf(evaluations: readonly Evaluated[]): string[] {
  const sets = evaluations.map((evaluation) => {
    const stated = (evaluation.property('DefineConstants') ?? '').split(';').map((one) => one.trim());
    return new Set([...stated.filter((symbol) => symbol !== ''), ...frameworkSymbols(evaluation.framework)]);
  });
  const [first, ...rest] = sets;
  return [...(first ?? [])].filter((symbol) => rest.every((set) => set.has(symbol)));
}

/** `NET6_0`, `NET5_0_OR_GREATER` … as the SDK defines them for .NET 5 and later. */
function frameworkSymbols(framework: string | null): string[] {
  const major = framework === null ? null : majorOfNet(framework);
  if (major === null || major < 5) return [];
  const older = Array.from({ length: major - 4 }, (_, i) => `NET${i + 5}_0_OR_GREATER`);
  return ['NET', 'NETCOREAPP', `NET${major}_0`, ...older, 'NETCOREAPP3_1_OR_GREATER', 'NETCOREAPP3_0_OR_GREATER'];
}
