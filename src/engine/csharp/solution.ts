import type { FilePath } from '../workspace/file-path.ts';
import type { Notice, OpaqueFile, SourceFile, Workspace } from '../workspace/workspace.ts';
import { sourceOf } from '../workspace/workspace.ts';

import { declarationsOf, type TypeDeclarationNode, type Unit } from './declarations.ts';
import type { Grammar } from './grammar.ts';
import { parse } from './parse.ts';
import { scanText, type TextScan } from './scan.ts';
import { compilerSymbols } from './symbols.ts';
import type { Source, Target } from './types.ts';

/** What the C# layer needs to know of a project. */
export interface CSharpProject {
  readonly nullable?: boolean;
  readonly path: FilePath;
  readonly sources: readonly FilePath[];
  readonly references: readonly FilePath[];
  readonly usings: readonly string[];
  readonly specialUsings?: readonly { readonly kind: 'static' | 'alias'; readonly name: string; readonly of: string }[];
  readonly defines: readonly string[];
  readonly targetFrameworks: readonly string[];
  readonly product: object | null;
}

export interface SolutionInput {
  readonly workspace: Workspace;
  readonly projects: readonly CSharpProject[];
  /** Where no project file came along, all C# files count as one project that the product reaches. */
  readonly hasProjects: boolean;
  readonly grammar: Grammar;
  /** Full names of the product's types that rules ask about, in the old version and the new. */
  readonly productTypes: ReadonlySet<string>;
}

/** The solution's C#: every file scanned, those that matter parsed, others as soon as a name leads there. */
export class Solution implements Source {
  readonly scans = new Map<FilePath, TextScan>();
  readonly notices: Notice[] = [];
  private readonly units = new Map<FilePath, Unit | null>();
  private readonly declaring = new Map<string, FilePath[]>();
  private readonly projectsOf = new Map<FilePath, FilePath[]>();
  private readonly reach = new Map<FilePath, ReadonlySet<FilePath>>();
  private readonly byPath: ReadonlyMap<FilePath, CSharpProject>;
  private readonly productNames: ReadonlySet<string>;

  constructor(private readonly input: SolutionInput) {
    this.byPath = new Map(input.projects.map((project) => [project.path, project]));
    this.productNames = new Set([...input.productTypes].map(simpleName));
    for (const project of input.projects) {
      for (const path of project.sources)
        this.projectsOf.set(path, [...(this.projectsOf.get(path) ?? []), project.path]);
    }
    for (const file of input.workspace.files.values()) {
      if (!/\.cs$/i.test(file.path)) continue;
      const scan = scanText(file.bytes);
      this.scans.set(file.path, scan);
      for (const name of scan.declared) this.declaring.set(name, [...(this.declaring.get(name) ?? []), file.path]);
    }
  }

  /** Files that some project compiles; all of them where there is no project. */
  isCompiled(path: FilePath) {
    return !this.input.hasProjects || this.projectsOf.has(path);
  }

  /** Parsed on first ask. null: not text, or nothing compiles it. */
  unit(path: FilePath): Unit | null {
    const known = this.units.get(path);
    if (known !== undefined) return known;
    const file = this.input.workspace.files.get(path);
    const source = file && this.isCompiled(path) ? sourceOf(file) : undefined;
    if (source?.kind === 'opaque') this.notices.push(unreadable(source.path, source.why));
    const unit = source?.kind === 'text' ? this.parsed(source) : null;
    this.units.set(path, unit);
    this.sorted = undefined;
    return unit;
  }

  /** By path. */
  get parsedUnits(): readonly Unit[] {
    this.sorted ??= [...this.units.values()]
      .filter((unit): unit is Unit => unit !== null)
      .toSorted((a, b) => (a.path < b.path ? -1 : 1));
    return this.sorted;
  }
  private sorted: readonly Unit[] | undefined;

  declarationsNamed(fullName: string, from: Unit): readonly TypeDeclarationNode[] {
    const files = this.declaring.get(simpleName(fullName)) ?? [];
    return files
      .filter((path) => this.sees(from, path))
      .flatMap((path) => this.unit(path)?.types.filter(({ name }) => name === fullName) ?? []);
  }

  globalUsings(from: Unit): readonly string[] {
    return this.globals(from).imports;
  }

  globalAliases(from: Unit): ReadonlyMap<string, Target> {
    return this.globals(from).aliases;
  }

  globalStatics(from: Unit): readonly Target[] {
    return this.globals(from).statics;
  }

  /** Whether some file puts types of the solution there. */
  declaresNamespace(name: string) {
    return [...this.scans.values()].some(({ text }) =>
      [...text.matchAll(/\bnamespace\s+([\w.]+)/g)].some(([, own]) => name === own || name.endsWith(`.${own}`)),
    );
  }

  /** Aliases that project files set: each with the full name that it is for. */
  get projectAliases(): readonly (readonly [string, string])[] {
    return this.input.projects.flatMap(({ specialUsings = [] }) =>
      specialUsings.flatMap(({ kind, name, of }) => (kind === 'alias' ? [[name, of] as const] : [])),
    );
  }

  isProductType = (fullName: string) => this.input.productTypes.has(fullName);
  isProductName = (name: string) => this.productNames.has(name);

  /** Whether nullable annotations can be on in a file that the product reaches. */
  mayBeNullable(path: FilePath) {
    if (/#[ \t]*nullable\b/.test(this.scans.get(path)?.text ?? '')) return true;
    return (this.projectsOf.get(path) ?? []).some((owner) => {
      const project = this.byPath.get(owner);
      return project?.nullable === true && Boolean(project.product);
    });
  }

  reachesProduct(from: Unit) {
    return !this.input.hasProjects || from.projects.some((path) => this.byPath.get(path)?.product);
  }

  private parsed(source: SourceFile): Unit {
    const projects = this.projectsOf.get(source.path) ?? [];
    const settings = projects.map((path) => this.byPath.get(path)!);
    const result = parse(source, this.input.grammar, compilerSymbols(settings));
    for (const { start } of result.unread) {
      const line = source.text.slice(0, start).split('\n').length;
      this.notices.push({
        code: 'unparsable-region',
        path: source.path,
        line,
        message: `The code around line ${line} could not be read, so no rule looked at it and nothing there is edited.`,
      });
    }
    return declarationsOf(result, projects);
  }

  private sees(from: Unit, path: FilePath) {
    if (!this.input.hasProjects || from.path === path) return true;
    const owners = this.projectsOf.get(path) ?? [];
    return from.projects.some((project) => owners.some((owner) => this.reachOf(project).has(owner)));
  }

  /** A project and everything it references, to any depth. */
  private reachOf(project: FilePath): ReadonlySet<FilePath> {
    const known = this.reach.get(project);
    if (known) return known;
    const seen = new Set<FilePath>();
    const visit = (path: FilePath) => {
      if (seen.has(path)) return;
      seen.add(path);
      for (const reference of this.byPath.get(path)?.references ?? []) visit(reference);
    };
    visit(project);
    this.reach.set(project, seen);
    return seen;
  }

  private globals(from: Unit): Globals {
    const key = from.projects[0] ?? ('' as FilePath);
    const known = this.globalsOf.get(key);
    if (known) return known;
    const project = this.byPath.get(key);
    const imports = new Set<string>(project?.usings ?? []);
    const result: Globals = { imports: [], statics: [], aliases: new Map() };
    this.globalsOf.set(key, result);
    for (const { kind, name, of } of project?.specialUsings ?? []) {
      if (kind === 'static') result.statics.push({ name: of });
      else result.aliases.set(name, { name: of });
    }
    for (const path of project?.sources ?? (this.input.hasProjects ? [] : [...this.scans.keys()])) {
      const unit = this.scans.get(path)?.hasGlobalUsings ? this.unit(path) : null;
      if (!unit) continue;
      for (const name of unit.globalImports) imports.add(name);
      for (const node of unit.globalStatics) result.statics.push({ node, unit });
      for (const [name, node] of unit.globalAliases) result.aliases.set(name, { node, unit });
    }
    result.imports.push(...imports);
    return result;
  }
  private readonly globalsOf = new Map<FilePath, Globals>();
}

/** What holds in every file of a project. */
interface Globals {
  readonly imports: string[];
  readonly statics: Target[];
  readonly aliases: Map<string, Target>;
}

const unreadable = (path: FilePath, why: OpaqueFile['why']): Notice => ({
  code: 'file-not-read',
  path,
  line: null,
  message:
    why === 'too-large'
      ? 'This file is too large to be read, so no rule looked at it.'
      : 'The encoding of this file could not be told, so no rule looked at it and it is not edited.',
});

export const simpleName = (fullName: string) => fullName.slice(fullName.lastIndexOf('.') + 1);
