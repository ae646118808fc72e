import { type FilePath, folderOf } from '../../workspace/file-path.ts';
import type { Notice, Workspace } from '../../workspace/workspace.ts';
import type { PackageUse, Project } from '../project.ts';
import { buildOf, nearestProduct } from './builds.ts';
import { lineOf } from './msbuild-files.ts';
import { noticesOf } from './notices.ts';
import type { PackageReference } from './packages.ts';
import { type EvaluatedProject, type Solution, solutionOf } from './solution.ts';
import { readSolutionFiles } from './solution-files.ts';

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
  const product = nearestProduct(evaluations, solution);
  const isCSharp = /\.csproj$/i.test(path);
  const builds = evaluations.map((one) => buildOf(one, project, solution, isCSharp ? csharp : []));
  return {
    path,
    folder: folderOf(path),
    sdk,
    targetFrameworks,
    packages: evaluations
      .flatMap(({ packages }) => packages.references.map(toPackageUse))
      .filter((use, index, all) => all.findIndex((other) => isSameUse(use, other)) === index),
    references,
    sources: [...new Set(builds.flatMap(({ sources }) => sources))],
    builds,
    product: product && { version: product.version, isDirect: product.isDirect },
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
