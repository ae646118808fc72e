import type { Span } from '../text/span.ts';
import type { FilePath } from '../workspace/file-path.ts';
import type { Notice, OpaqueFile, SourceFile, Workspace } from '../workspace/workspace.ts';
import { sourceOf } from '../workspace/workspace.ts';

import type { Build } from './build.ts';
import { Builds } from './builds.ts';
import { declarationsOf, type TypeDeclarationNode, type Unit } from './declarations.ts';
import type { Grammar } from './grammar.ts';
import type { Place } from './index-types.ts';
import { directivesOf, type ParsedFile, parse } from './parse.ts';
import { isRead } from './places.ts';
import { scanText, type TextScan } from './scan.ts';
import { compilerSymbols } from './symbols.ts';
import type { Source, Target } from './types.ts';

export interface SolutionInput {
  readonly workspace: Workspace;
  readonly builds: readonly Build[];
  /** Where no project file came along, all C# files count as one project that the product reaches. */
  readonly hasProjects: boolean;
  readonly grammar: Grammar;
  /** Full names of the product's types that rules ask about, in the old version and the new. */
  readonly productTypes: ReadonlySet<string>;
}

/**
 * The solution's C#: every file scanned, those that matter parsed, others as soon as a name leads there. What several builds
 * compile is read once for each of them, with what that build imports, defines and references.
 */
export class Solution implements Source {
  readonly scans = new Map<FilePath, TextScan>();
  readonly notices: Notice[] = [];
  readonly builds: Builds;
  private readonly read = new Map<FilePath, readonly Unit[]>();
  private readonly declaring = new Map<string, FilePath[]>();
  private readonly productNames: ReadonlySet<string>;

  constructor(private readonly input: SolutionInput) {
    this.productNames = new Set([...input.productTypes].map(simpleName));
    for (const file of input.workspace.files.values()) {
      if (!/\.cs$/i.test(file.path)) continue;
      const scan = scanText(file.bytes);
      this.scans.set(file.path, scan);
      for (const name of scan.declared) this.declaring.set(name, [...(this.declaring.get(name) ?? []), file.path]);
    }
    this.builds = new Builds(input.hasProjects ? input.builds : [presumed([...this.scans.keys()])], this.scans);
  }

  /** Files that some project compiles; all of them where there is no project. */
  isCompiled(path: FilePath) {
    return this.builds.compiling(path).length > 0;
  }

  /** Parsed on first ask, once for each build. Empty: not text, or nothing compiles it. */
  units(path: FilePath): readonly Unit[] {
    const known = this.read.get(path);
    if (known) return known;
    const file = this.input.workspace.files.get(path);
    const source = file && this.isCompiled(path) ? sourceOf(file) : undefined;
    if (source?.kind === 'opaque') this.notices.push(unreadable(source.path, source.why));
    const units = source?.kind === 'text' ? this.readings(source) : [];
    this.read.set(path, units);
    this.sorted = undefined;
    return units;
  }

  /** As the builds of a place read its file: those in which its code counts, where there are such. */
  unitsAt({ path, span, projects }: At): readonly Unit[] {
    const units = this.units(path);
    if (units.length < 2) return units;
    const own = units.filter((unit) => !projects || unit.projects.some((project) => projects.includes(project)));
    const active = own.filter((unit) => isRead(unit, span));
    return [active, own, units].find(({ length }) => length > 0)!;
  }

  unitAt(place: At): Unit | undefined {
    return this.unitsAt(place)[0];
  }

  /** By path. */
  get parsedUnits(): readonly Unit[] {
    this.sorted ??= [...this.read.values()].flat().toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    return this.sorted;
  }
  private sorted: readonly Unit[] | undefined;

  declarationsNamed(fullName: string, from: Unit): readonly TypeDeclarationNode[] {
    const files = this.declaring.get(simpleName(fullName)) ?? [];
    const reach = this.builds.reachOf(from.build);
    const found = files
      .filter((path) => this.builds.compiling(path).some((build) => reach.has(build)))
      .flatMap((path) => this.units(path))
      .filter(({ build }) => reach.has(build))
      .flatMap(({ types }) => types.filter(({ name }) => name === fullName));
    return ownFirst(found, from.build);
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
    return this.builds.all.flatMap(({ specialUsings }) =>
      specialUsings.flatMap(({ kind, name, of }) => (kind === 'alias' ? [[name, of] as const] : [])),
    );
  }

  isProductType = (fullName: string) => this.input.productTypes.has(fullName);
  isProductName = (name: string) => this.productNames.has(name);

  /** Whether nullable annotations can be on in a file that the product reaches. */
  mayBeNullable(path: FilePath) {
    if (/#[ \t]*nullable\b/.test(this.scans.get(path)?.text ?? '')) return true;
    return this.builds.compiling(path).some(({ nullable, product }) => nullable && product !== null);
  }

  reachesProduct({ build }: Unit) {
    return build.product !== null;
  }

  private readings(source: SourceFile): Unit[] {
    const parsed: ParsedFile[] = [];
    return this.builds.compiling(source.path).map((build, i): Unit => {
      const directives = directivesOf(source, compilerSymbols(build));
      const isSame = (other: ParsedFile) => areSame(other.directives.inactive, directives.inactive);
      const known = parsed.find(isSame) ?? parse(source, this.input.grammar, directives);
      if (!parsed.includes(known)) {
        parsed.push(known);
        this.noteUnread(known);
      }
      const projects = this.input.hasProjects ? [build.project] : [];
      return declarationsOf(known, { id: `${source.path}#${i}`, build, projects });
    });
  }

  private noteUnread({ file, unread }: ParsedFile) {
    for (const { start } of unread) {
      const line = file.text.slice(0, start).split('\n').length;
      if (this.notices.some((one) => one.path === file.path && one.line === line)) continue;
      this.notices.push({
        code: 'unparsable-region',
        path: file.path,
        line,
        message: `The code around line ${line} could not be read, so no rule looked at it and nothing there is edited.`,
      });
    }
  }

  private globals({ build }: Unit): Globals {
    const known = this.globalsOf.get(build);
    if (known) return known;
    const imports = new Set<string>(build.usings);
    const result: Globals = { imports: [], statics: [], aliases: new Map() };
    this.globalsOf.set(build, result);
    for (const { kind, name, of } of build.specialUsings) {
      if (kind === 'static') result.statics.push({ name: of });
      else result.aliases.set(name, { name: of });
    }
    for (const path of build.sources) {
      const units = this.scans.get(path)?.hasGlobalUsings ? this.units(path) : [];
      const unit = units.find((one) => one.build === build);
      if (!unit) continue;
      for (const name of unit.globalImports) imports.add(name);
      for (const node of unit.globalStatics) result.statics.push({ node, unit });
      for (const [name, node] of unit.globalAliases) result.aliases.set(name, { node, unit });
    }
    result.imports.push(...imports);
    return result;
  }
  private readonly globalsOf = new Map<Build, Globals>();
}

type At = Pick<Place, 'path' | 'span'> & Partial<Pick<Place, 'projects'>>;

/** Stands for the project files that didn't come along. */
const presumed = (sources: readonly FilePath[]): Build => ({
  project: '' as FilePath,
  targetFrameworks: [],
  sources,
  references: [],
  usings: [],
  specialUsings: [],
  defines: [],
  mayDefine: [],
  nullable: false,
  product: { versions: [] },
});

/** A type of the own project hides one of the same name that a reference brings. */
function ownFirst(found: readonly TypeDeclarationNode[], build: Build): readonly TypeDeclarationNode[] {
  const own = found.filter(({ unit }) => unit.build === build);
  return own.length === 0 ? found : found.filter((one) => own.includes(one) || own.every((o) => o.arity !== one.arity));
}

const areSame = (a: readonly Span[], b: readonly Span[]) =>
  a.length === b.length && a.every(({ start, end }, i) => start === b[i]!.start && end === b[i]!.end);

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
