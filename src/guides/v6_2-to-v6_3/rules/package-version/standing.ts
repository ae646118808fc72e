import { isFamily } from '../../../../engine/facts/projects/family.ts';
import type { Solution } from '../../../../engine/facts/projects/solution.ts';
import type { StatedVersion } from '../../../../engine/facts/projects/stated-versions.ts';
import { compareNumbers } from '../../../../engine/facts/version-level.ts';
import type { FilePath } from '../../../../engine/workspace/file-path.ts';

/** Where a family package stands, seen from this upgrade. */
export type Level = 'before-6' | '6.0-6.2' | '6.3' | 'later' | 'unknown';

export function levelOf(version: string | null): Level {
  if (version === null || !/\d/.test(version)) return 'unknown';
  if (compareNumbers(version, '6.0') < 0) return 'before-6';
  if (compareNumbers(version, '6.3') < 0) return '6.0-6.2';
  return compareNumbers(version, '6.4') < 0 ? '6.3' : 'later';
}

/** The minor of a version or range: `6.2` of `[6.2.0,7.0)`. */
export const minorOf = (version: string) => /\d+(?:\.\d+)?/.exec(version)?.[0] ?? version;

/** Something around still has to come up to 6.3. */
export const isLeftBehind = (versions: readonly string[]) =>
  versions.some((version) => levelOf(version) === '6.0-6.2' && !/^\W*6\.\*/.test(version));

export interface Standings {
  /** Family versions stated for projects that belong together with these, by references or by a file that states both's versions. */
  around(projects: readonly FilePath[]): readonly string[];
  /** Family packages those projects name. */
  familyAround(projects: readonly FilePath[]): readonly string[];
  /** The projects that name any of those. */
  projectsAround(projects: readonly FilePath[]): readonly FilePath[];
  /** One of the first belongs together with one of the second. */
  areTogether(some: readonly FilePath[], others: readonly FilePath[]): boolean;
}

export function standingsOf(solution: Solution, stated: readonly StatedVersion[]): Standings {
  const uses = stated
    .flatMap((one) => one.uses.map((use) => ({ ...use, file: one.place.file.path, value: one.place.value })))
    .filter(({ id, how }) => isFamily(id) && how !== 'overridden');
  const together = new Groups<FilePath>();
  for (const { path, references } of solution.projects) for (const other of references) together.join(path, other);
  for (const { project, file } of uses) if (project !== null) together.join(project, file);
  const rootsOf = (projects: readonly FilePath[]) => new Set(projects.map((path) => together.rootOf(path)));
  const near = (projects: readonly FilePath[]) => {
    const roots = rootsOf(projects);
    return uses.filter(({ project }) => project !== null && roots.has(together.rootOf(project)));
  };
  return {
    around: (projects) => unique(near(projects).flatMap(({ value }) => value || [])).toSorted(compareNumbers),
    familyAround: (projects) => unique(near(projects).map(({ id }) => id.toLowerCase())),
    projectsAround: (projects) => unique(near(projects).flatMap(({ project }) => project ?? [])),
    areTogether: (some, others) => others.some((path) => rootsOf(some).has(together.rootOf(path))),
  };
}

const unique = <T>(items: readonly T[]) => [...new Set(items)];

/** Sets that grow together. */
class Groups<T> {
  readonly #parents = new Map<T, T>();

  rootOf(item: T): T {
    const parent = this.#parents.get(item);
    return parent === undefined ? item : this.rootOf(parent);
  }

  join(a: T, b: T) {
    const [x, y] = [this.rootOf(a), this.rootOf(b)];
    if (x !== y) this.#parents.set(x, y);
  }
}
