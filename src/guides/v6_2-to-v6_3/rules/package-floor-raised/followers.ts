import type { VersionPlace } from '../../../../engine/facts/projects/packages.ts';
import type { Evaluated, EvaluatedProject, Solution } from '../../../../engine/facts/projects/solution.ts';
import { hasFloor, isTokenLibrary } from './floors.ts';
import { reachedBy } from './reach.ts';
import { isBelow, type Shortfall } from './shortfall.ts';

export const isSamePlace = (a: VersionPlace, b: VersionPlace) => a.file === b.file && a.span.start === b.span.start;

/** All that is asked of the place is to let a higher version through: its lower bound, and with it what it brings, stays. */
export const isOnlyInTheWay = (shortfalls: readonly Shortfall[]) =>
  shortfalls.every(({ code, place }) => code === 'NU1107' && place.text.includes(',')); // not an exact `[6.10.0]`

/**
 * A version that rises also rises for projects beside the family that reference one where it counts. What those name themselves,
 * of the same package or of the token libraries around it, must not stay below.
 */
export function followersOf(shortfalls: readonly Shortfall[], solution: Solution): Shortfall[] {
  const rising = shortfalls.filter(
    ({ place, code }) =>
      code !== 'unknown' && !isOnlyInTheWay(shortfalls.filter((other) => isSamePlace(other.place, place))),
  );
  if (rising.length === 0) return [];
  return solution.projects.flatMap((project) =>
    project.evaluations.flatMap((evaluated) => followersIn(project, evaluated, rising, solution)),
  );
}

function followersIn(
  project: EvaluatedProject,
  evaluated: Evaluated,
  rising: readonly Shortfall[],
  solution: Solution,
): Shortfall[] {
  const reached = reachedBy(project, evaluated, solution);
  const causes = reached.flatMap(({ reference, path }) =>
    reference.places.flatMap((place) => {
      const cause = rising.find((one) => isSamePlace(one.place, place));
      return cause ? [{ ...cause, id: reference.id, path }] : [];
    }),
  );
  return evaluated.packages.references.flatMap(({ id, places }) => {
    if (!hasFloor(id)) return [];
    return places.flatMap((place): Shortfall[] => {
      if (place.value === null || rising.some((one) => isSamePlace(one.place, place))) return [];
      const { value } = place;
      const cause = causes.find((one) => movesWith(id, one.id) && isBelow(value, one.wanted));
      if (!cause) return [];
      const here = { project: project.path, statedFor: project.path, framework: evaluated.framework };
      return [{ ...cause, ...here, family: cause.id, id, code: 'follows', place }];
    });
  });
}

const movesWith = (id: string, rising: string) =>
  id.toLowerCase() === rising.toLowerCase() || (isTokenLibrary(id) && isTokenLibrary(rising));
