import type { FilePath } from '../../workspace/file-path.ts';
import type { Facts } from '../facts.ts';
import { compareNumbers } from '../version-level.ts';
import type { ClientSnapshot } from './snapshot.ts';

/** The EF Core that projects run on. `version` is exact only where EF's own packages or its snapshot tell. */
export interface EfVersion {
  readonly major: number; // 0 where nothing tells
  readonly version: string | null;
}

/** EF's own packages move in lockstep; a provider's version has EF's major. */
const own = /^Microsoft\.EntityFrameworkCore(\.\w+)*$/i;
const provider =
  /^(Npgsql\.EntityFrameworkCore\.PostgreSQL|Pomelo\.EntityFrameworkCore\.MySql|MySql\.EntityFrameworkCore|Oracle\.EntityFrameworkCore)$/i;

/** By the packages of the projects; EF itself noted in the snapshot what it was then, and no one goes back. */
export function efVersionOf(facts: Facts, projects: readonly FilePath[], snapshot: ClientSnapshot | null): EfVersion {
  const packages = facts.projects.filter(({ path }) => projects.includes(path)).flatMap((project) => project.packages);
  const exact = [
    ...packages.filter(({ id }) => own.test(id)).map(({ version }) => version),
    snapshot?.efVersion ?? null,
  ].filter((version) => version !== null && /^\d+\.\d+\.\d+/.test(version)) as string[];
  const majors = packages
    .filter(({ id }) => own.test(id) || provider.test(id))
    .map(({ version }) => majorOf(version ?? ''));
  const newest = exact.toSorted(compareNumbers).at(-1) ?? null;
  const major = Math.max(0, ...majors, ...exact.map(majorOf));
  return { major, version: newest !== null && majorOf(newest) === major ? newest : null };
}

export const majorOf = (version: string) => Number.parseInt(/\d+/.exec(version)?.[0] ?? '0', 10);
