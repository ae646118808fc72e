import type { Build } from '../csharp/build.ts';
import type { Place } from '../csharp/index-types.ts';
import type { Facts } from './facts.ts';
import { compareNumbers } from './version-level.ts';

/**
 * Whether the code at a place is compiled against the old version and the new one: by one project for several frameworks or under
 * conditions, or by another project that stays below what this upgrade raises.
 */
export function buildsBoth(at: Pick<Place, 'path' | 'span'>, { csharp }: Facts): boolean {
  const builds = csharp.readersOf(at);
  const all = builds.flatMap(versionsOf);
  if (all.some(stays) && !all.every(stays)) return true;
  return [...new Set(builds.map(({ project }) => project))].some((project) => {
    const own = builds.filter((build) => build.project === project).flatMap(versionsOf);
    return own.some(isNew) && !own.every(isNew);
  });
}

const versionsOf = ({ product }: Build) => product?.versions ?? [];
const isNew = (version: string) => compareNumbers(version, '6.3') >= 0;
const stays = (version: string) => compareNumbers(version, '6.0') < 0;
