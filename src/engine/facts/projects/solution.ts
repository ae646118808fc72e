import { type FilePath, folderOf } from '../../workspace/file-path.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type Evaluation, evaluate, sdkOf } from './evaluate.ts';
import { itemsOf, metadataValue } from './items.ts';
import { lineOf, type MsBuildFile, type MsBuildFiles, readMsBuildFiles } from './msbuild-files.ts';
import { type PackageSet, packagesOf } from './packages.ts';
import { archivePath } from './paths.ts';

/** A project, evaluated once per target framework. */
export interface EvaluatedProject {
  readonly path: FilePath;
  readonly file: MsBuildFile;
  readonly sdk: string | null;
  readonly targetFrameworks: readonly string[];
  readonly evaluations: readonly Evaluated[];
  readonly references: readonly FilePath[]; // direct project references that are in the archive
  readonly missing: readonly MissingReference[];
}

/** A project reference that leads to no file of the archive. */
export interface MissingReference {
  readonly text: string;
  readonly file: FilePath;
  readonly line: number;
}

export interface Evaluated extends Evaluation {
  readonly packages: PackageSet;
  readonly references: readonly FilePath[]; // direct project references that are in the archive
}

/** Everything the project files of an archive say, ready to be asked for packages and for the places that say so. */
export interface Solution {
  readonly files: MsBuildFiles;
  readonly projects: readonly EvaluatedProject[];
  /** Props and targets that no project imports, each read alone. */
  readonly strays: readonly Evaluated[];
  project(path: FilePath): EvaluatedProject | null;
  /** The project and all it reaches by references, itself first. */
  closure(path: FilePath): readonly EvaluatedProject[];
}

const read = new WeakMap<Workspace, Solution>();

/** Evaluated once per workspace. */
export function solutionOf(workspace: Workspace): Solution {
  const known = read.get(workspace);
  if (known) return known;
  const solution = readSolution(workspace);
  read.set(workspace, solution);
  return solution;
}

function readSolution(workspace: Workspace): Solution {
  const files = readMsBuildFiles(workspace);
  const projects = files.all.filter((file) => isProject(file.path)).map((file) => evaluateProject(file, files));
  const byPath = new Map(projects.map((project) => [project.path, project]));
  const used = new Set(projects.flatMap((project) => project.evaluations.flatMap(({ files }) => [...files])));
  return {
    files,
    projects,
    strays: files.all
      .filter((file) => !used.has(file.path))
      .map((file) => ({ ...withPackages(evaluate(file, files, { isStray: true }), true), references: [] })),
    project: (path) => byPath.get(path) ?? null,
    closure(path) {
      const reached = new Set<EvaluatedProject>();
      const visit = (at: FilePath) => {
        const project = byPath.get(at);
        if (!project || reached.has(project)) return;
        reached.add(project);
        project.references.forEach(visit);
      };
      visit(path);
      return [...reached];
    },
  };
}

const isProject = (path: string) => /\.(cs|fs|vb)proj$/i.test(path);

function evaluateProject(file: MsBuildFile, files: MsBuildFiles): EvaluatedProject {
  const outer = evaluate(file, files);
  const targetFrameworks = frameworksOf(outer);
  const isMulti = !outer.framework && targetFrameworks.length > 0;
  const evaluations = isMulti
    ? targetFrameworks.map((TargetFramework) => evaluate(file, files, { globals: { TargetFramework } }))
    : [outer];
  const references = evaluations.map((evaluation) => referencesOf(evaluation, files));
  const found = references.map((list) => [...new Set(list.flatMap((one) => one.found ?? []))]);
  return {
    path: file.path,
    file,
    sdk: sdkOf(file.root),
    targetFrameworks,
    evaluations: evaluations.map((evaluation, i) => ({ ...withPackages(evaluation), references: found[i]! })),
    references: [...new Set(found.flat())],
    missing: uniqueBy(
      references.flat().flatMap((one) => (one.found === null ? one.missing : [])),
      ({ file, line, text }) => `${file}:${line}:${text}`,
    ),
  };
}

const uniqueBy = <T>(items: readonly T[], key: (item: T) => string) => [
  ...new Map(items.map((item) => [key(item), item])).values(),
];

const withPackages = (evaluation: Evaluation, isStray = false) => ({
  ...evaluation,
  packages: packagesOf(evaluation, isStray),
});

function frameworksOf(evaluation: Evaluation): string[] {
  const stated = evaluation.framework ?? evaluation.property('TargetFrameworks');
  const old = oldFramework(evaluation.property('TargetFrameworkVersion'));
  return [
    ...new Set(
      (stated || old)
        .split(';')
        .map((one) => one.trim())
        .filter(Boolean),
    ),
  ];
}

/** `v4.7.2` of a project file from before the SDK style is `net472`. */
const oldFramework = (version: string | null) =>
  version && /^v[1-4]\./i.test(version) ? `net${version.replace(/[v.]/gi, '')}` : '';

function referencesOf(
  evaluation: Evaluation,
  files: MsBuildFiles,
): { found: FilePath | null; missing: MissingReference }[] {
  const folder = folderOf(evaluation.project);
  return itemsOf(evaluation, 'ProjectReference').flatMap((item) => {
    if (metadataValue(item, 'ReferenceOutputAssembly')?.toLowerCase() === 'false') return []; // build order only
    const { file, element } = item;
    const text = item.id.trim();
    const path = archivePath(folder, text);
    const found = path === null ? null : files.find(path);
    return [{ found, missing: { text, file: file.path, line: lineOf(file, element.span) } }];
  });
}
