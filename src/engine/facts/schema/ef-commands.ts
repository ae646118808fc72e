import { type FilePath, folderOf } from '../../workspace/file-path.ts';
import type { Facts } from '../facts.ts';
import { hostKindOf } from '../hosts/host-kind.ts';
import { isTestProject } from '../hosts/is-test-project.ts';
import type { Project } from '../project.ts';
import { type ConfigurationContext, projectOf } from './configuration-store.ts';
import { assemblyProject } from './migrations-assembly.ts';
import type { ClientSnapshot } from './snapshot.ts';

/** What to type, for a shell in `from`. */
export interface EfCommands {
  readonly from: string; // '' is the root of what was given
  readonly bash: EfCommandLines;
  readonly powerShell: EfCommandLines;
}

export interface EfCommandLines {
  readonly check: string; // fails, or shows statements, where the model is ahead of the migrations
  readonly add: string;
  readonly update: string;
}

export const migrationName = 'Update_DuendeIdentityServer_v6_3';

/** `null` where no project can be named. `efMajor`: EF has a command to check with since 8; before, only a new migration shows it. */
export function efCommands(
  facts: Facts,
  context: ConfigurationContext,
  snapshot: ClientSnapshot | null,
  efMajor: number,
): EfCommands | null {
  const startup = startupProject(facts, context, snapshot);
  const project = snapshot ? projectOf(facts, snapshot.path) : (assemblyProject(facts, context) ?? startup);
  if (!project || !startup) return null;
  const from = solutionFolder(facts, project);
  const output = snapshot ? below(project.folder, snapshot.migrationsFolder) : 'Migrations/ConfigurationDb';
  const lines = (quoted: Quoting): EfCommandLines => {
    const target = `-c ${context.name} -p ${quoted(below(from, project.folder))} -s ${quoted(below(from, startup.folder))}`;
    return {
      check:
        efMajor >= 8
          ? `dotnet ef migrations has-pending-model-changes ${target}`
          : `dotnet ef migrations script --idempotent ${target} --output clients-6.3.sql`,
      add: `dotnet ef migrations add ${migrationName} ${target} -o ${quoted(output)}`,
      update: `dotnet ef database update ${target}`,
    };
  };
  return { from, bash: lines(inBash), powerShell: lines(inPowerShell) };
}

type Quoting = (path: string) => string;

/** Both shells take single quotes literally, and differ in how one is written inside them. */
const quotedWith =
  (quote: string): Quoting =>
  (path) =>
    /^[\w./-]+$/.test(path) && !path.startsWith('-') ? path : `'${path.replaceAll("'", quote)}'`;
const inBash = quotedWith("'\\''");
const inPowerShell = quotedWith("''");

/**
 * What to run the tools with: the project that holds the migrations where it is a host, else the nearest host that reaches it. EF looks for
 * a factory in both projects that it is given, so one that stands elsewhere is the better start.
 */
export function startupProject(
  facts: Facts,
  context: ConfigurationContext,
  snapshot: ClientSnapshot | null,
): Project | undefined {
  const registering = context.registrations.flatMap(({ projects }) => projects);
  const holder = snapshot ? projectOf(facts, snapshot.path) : assemblyProject(facts, context);
  const isHost = (project: Project) => hostKindOf(facts, project) !== 'library' && !isTestProject(project);
  const nearest = (targets: readonly FilePath[]) =>
    facts.projects
      .filter(isHost)
      .map((project) => ({
        project,
        steps: Math.min(...targets.map((target) => stepsBetween(project, target, facts))),
      }))
      .filter(({ steps }) => Number.isFinite(steps))
      .toSorted((a, b) => a.steps - b.steps)[0]?.project;
  const candidates = facts.projects.filter(({ path }) => registering.includes(path));
  const makers = context.factories.flatMap(({ projects }) => projects);
  const maker = facts.projects.find(
    (project) => makers.includes(project.path) && holder && stepsBetween(project, holder.path, facts) < Infinity,
  );
  if (maker && holder && !makers.includes(holder.path)) return maker;
  return (holder && nearest([holder.path])) ?? nearest(registering) ?? candidates[0] ?? holder;
}

/** How many references lead from a project to another; infinite where none do. */
function stepsBetween(from: Project, target: FilePath, facts: Facts): number {
  const steps = new Map([[from.path, 0]]);
  for (const [path, count] of steps) {
    if (path === target) return count;
    for (const next of facts.projects.find((p) => p.path === path)?.references ?? [])
      if (!steps.has(next)) steps.set(next, count + 1);
  }
  return Number.POSITIVE_INFINITY;
}

/** The nearest folder above the project that has a solution file. */
function solutionFolder({ workspace }: Facts, project: Project): string {
  const folders = new Set([...workspace.files.keys()].filter((path) => /\.slnx?$/i.test(path)).map(folderOf));
  for (let folder = project.folder; folder !== ''; folder = folderOf(folder as FilePath)) {
    if (folders.has(folder)) return folder;
  }
  return '';
}

const below = (folder: string, path: string) =>
  path === folder ? '.' : folder === '' ? path : path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
