import type { FilePath } from '../workspace/file-path.ts';
import type { Build } from './build.ts';
import type { TextScan } from './scan.ts';
import { compilerSymbols } from './symbols.ts';

/** The builds of the projects, which of them compile a file, and what each can see. */
export class Builds {
  readonly all: readonly Build[];
  /** Some file is compiled by more than one of them. */
  readonly isShared: boolean;
  private readonly byProject = new Map<FilePath, Build[]>();
  private readonly byFile = new Map<FilePath, Build[]>();
  private readonly reach = new Map<Build, ReadonlySet<Build>>();

  constructor(builds: readonly Build[], scans: ReadonlyMap<FilePath, TextScan>) {
    this.all = distinct(builds, scans);
    for (const build of this.all) {
      add(this.byProject, build.project, build);
      for (const path of build.sources) add(this.byFile, path, build);
    }
    this.isShared = [...this.byFile.values()].some(({ length }) => length > 1);
  }

  compiling(path: FilePath): readonly Build[] {
    return this.byFile.get(path) ?? [];
  }

  /** A build and everything it references, to any depth, each for the same framework where there is such a one. */
  reachOf(build: Build): ReadonlySet<Build> {
    const known = this.reach.get(build);
    if (known) return known;
    const seen = new Set<Build>();
    const visit = (one: Build) => {
      if (seen.has(one)) return;
      seen.add(one);
      for (const reference of one.references) {
        const builds = this.byProject.get(reference) ?? [];
        const same = builds.filter((other) => other.targetFrameworks.some((tf) => one.targetFrameworks.includes(tf)));
        for (const other of same.length > 0 ? same : builds) visit(other);
      }
    };
    visit(build);
    this.reach.set(build, seen);
    return seen;
  }
}

const add = <K, V>(map: Map<K, V[]>, key: K, value: V) => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

/** Builds of a project that read its files in the same way count as one. */
function distinct(builds: readonly Build[], scans: ReadonlyMap<FilePath, TextScan>): Build[] {
  const byProject = new Map<FilePath, Build[]>();
  for (const build of builds) add(byProject, build.project, build);
  return [...byProject.values()].flatMap((all) => {
    if (all.length === 1) return all;
    const asked = symbolsAskedFor(new Set(all.flatMap(({ sources }) => sources)), scans);
    const found = new Map<string, Build>();
    for (const build of all) {
      const { targetFrameworks, defines: _, mayDefine: __, ...same } = build;
      const isSet = compilerSymbols(build);
      const key = JSON.stringify([same, asked.map((symbol) => isSet(symbol) ?? null)]);
      const before = found.get(key);
      const frameworks = [...(before?.targetFrameworks ?? []), ...targetFrameworks];
      found.set(key, { ...(before ?? build), targetFrameworks: frameworks });
    }
    return [...found.values()];
  });
}

function symbolsAskedFor(sources: ReadonlySet<FilePath>, scans: ReadonlyMap<FilePath, TextScan>): string[] {
  const symbols = new Set<string>();
  for (const path of sources) {
    for (const [, condition] of scans.get(path)?.text.matchAll(/^[ \t]*#[ \t]*(?:if|elif)\b(.*)$/gm) ?? [])
      for (const [symbol] of condition!.matchAll(/\w+/g)) symbols.add(symbol);
  }
  return [...symbols];
}
