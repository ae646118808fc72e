import { compareTexts, normalized, parseVersion } from '../../../../engine/facts/nuget/version.ts';
import { isInRange, parseRange } from '../../../../engine/facts/nuget/version-range.ts';
import { majorOfNet } from '../../../../engine/facts/projects/frameworks.ts';
import { metadataValue } from '../../../../engine/facts/projects/items.ts';
import type { PackageReference, VersionPlace } from '../../../../engine/facts/projects/packages.ts';
import type { Evaluated, EvaluatedProject, Solution } from '../../../../engine/facts/projects/solution.ts';
import type { FilePath } from '../../../../engine/workspace/file-path.ts';
import { type Raise, raise } from '../package-version/raise.ts';
import { isLeftBehind, levelOf, type Standings } from '../package-version/standing.ts';
import { floorOf, followsRuntime, hasFloor, isBrought, isTokenLibrary } from './floors.ts';
import { familyIn, type Reached, reachedBy } from './reach.ts';

/** One project, for one framework, in which a version is too low. */
export interface Shortfall {
  readonly id: string;
  readonly project: FilePath; // that restore complains about
  readonly statedFor: FilePath | null; // the project whose reference it is; null: a pinned central version
  readonly framework: string | null;
  /** Its framework isn't told, and each has a floor of its own: this one holds for `framework`, should it be that. */
  readonly isSupposed: boolean;
  readonly floor: string; // what the family asks for
  readonly wanted: string; // the same, or the newer token library that the project gets, which the others then go to
  readonly family: string; // the package that asks, or that the one here follows
  readonly path: readonly FilePath[]; // from the project to where that package is referenced
  /**
   * `NU1107`: an upper bound rules the floor out. `mixed`: restore is silent, the token libraries don't fit each other.
   * `follows`: it would be below what an edit in a project it references brings. `unknown`: its version can't be told.
   */
  readonly code: 'NU1605' | 'NU1107' | 'NU1109' | 'mixed' | 'follows' | 'unknown';
  readonly isSuppressed: boolean; // NU1605 is turned off there
  /** The package that asks stands at a 6.3 below the target: nothing is too low until that one is raised. */
  readonly isLater: boolean;
  readonly place: VersionPlace;
}

export function raiseTo(text: string, wanted: string): Raise {
  const min = parseRange(text)?.min;
  return raise(text, wanted, min ? [normalized(min)] : []); // a floating version may find its own lowest
}

export const isBelow = (text: string, wanted: string) => raiseTo(text, wanted).kind === 'raise';

export interface Surroundings {
  readonly solution: Solution;
  readonly standings: Standings;
  readonly target: string;
}

export function shortfallsOf(project: EvaluatedProject, evaluated: Evaluated, around: Surroundings): Shortfall[] {
  const { framework } = evaluated;
  if (framework !== null) return shortfallsOn(framework, project, evaluated, around);
  const supposed = ['net6.0', 'net7.0'].map((one) => shortfallsOn(one, project, evaluated, around));
  const isSupposed = ({ id }: Shortfall) => followsRuntime(id);
  return [
    ...supposed.flatMap((some) => some.filter(isSupposed).map((one) => ({ ...one, isSupposed: true }))),
    ...supposed[0]!.filter((one) => !isSupposed(one)).map((one) => ({ ...one, framework: null })),
  ];
}

function shortfallsOn(
  framework: string,
  project: EvaluatedProject,
  evaluated: Evaluated,
  around: Surroundings,
): Shortfall[] {
  const reached = reachedBy(project, evaluated, around.solution);
  const family = familyIn(reached).filter(({ reference }) =>
    ['6.0-6.2', '6.3', 'unknown'].includes(levelOf(reference.version)),
  );
  if (family.length === 0) return [];
  const need = (id: string) => nearestNeed(id, family, around, majorOfNet(framework));
  const isSuppressed = isQuiet(evaluated.property('NoWarn'));
  const common = { project: project.path, framework, isSuppressed, isSupposed: false };
  const stated = reached.flatMap(({ reference, depth }) => {
    const asked = hasFloor(reference.id) ? need(reference.id) : null;
    if (!asked) return [];
    const wanted = oneVersion(reference.id, asked.floor, reached);
    return placesOf(reference).flatMap((place): Shortfall[] => {
      const code = codeOf(reference.id, place, wanted, depth === 1);
      if (code === null) return [];
      const isOff = isSuppressed || isQuiet(metadataValue(reference.reference, 'NoWarn'));
      const { id, project: statedFor } = reference;
      return [{ ...common, ...asked, isSuppressed: isOff, id, statedFor, wanted, code, place }];
    });
  });
  return [...stated, ...pinned(evaluated, reached, need, common)];
}

const isQuiet = (noWarn: string | null) => /NU1605/i.test(noWarn ?? '');

/** What states the version; where nothing in the archive does, the item that asks for it. */
function placesOf({ places, reference: { element, file } }: PackageReference): readonly VersionPlace[] {
  if (places.length > 0) return places;
  const at = { file, span: element.span, element, item: element, itemFile: file, itemSpan: element.span };
  return [{ ...at, kind: 'missing', text: '', value: null, isEditable: false, properties: [], conditions: [] }];
}

type Need = Pick<Shortfall, 'floor' | 'family' | 'path' | 'isLater'>;

/** Of the nearest package that asks; one that will be raised for sure goes before one that may stay. */
function nearestNeed(
  id: string,
  family: readonly Reached[],
  { target, standings }: Surroundings,
  major: number | null,
): Need | null {
  const needs = family.flatMap(({ reference, path }): Need[] => {
    const floor = floorOf(id, reference.id, target, major);
    if (floor === null) return [];
    const now = reference.version ?? '6.2';
    const mayStay = levelOf(now) === '6.3' && !isLeftBehind(standings.around([reference.project]));
    const isLater = mayStay && floorOf(id, reference.id, now, major) !== floor;
    return [{ floor, family: reference.id, path, isLater }];
  });
  return needs.find(({ isLater }) => !isLater) ?? needs[0] ?? null;
}

/** The token libraries of a project move to one version: the highest it already gets, where that is above the floor. */
function oneVersion(id: string, floor: string, reached: readonly Reached[]): string {
  if (!isTokenLibrary(id)) return floor;
  return reached
    .filter(({ reference }) => isTokenLibrary(reference.id))
    .flatMap(({ reference: { version } }) => (version !== null && parseVersion(version) ? version : []))
    .reduce((highest, version) => (compareTexts(version, highest) > 0 ? version : highest), floor);
}

/**
 * Only a project's own reference is a downgrade. One of a project beside the family loses to the higher version, as long as its
 * range has no upper bound that rules that out.
 */
function codeOf(id: string, { value }: VersionPlace, wanted: string, isOwn: boolean): Shortfall['code'] | null {
  const range = value ? parseRange(value) : null;
  const floor = parseVersion(wanted);
  if (!range || !floor) return isOwn ? 'unknown' : null;
  if (!isBelow(value!, wanted)) return null;
  if (!isBrought(id)) return 'mixed';
  if (isOwn) return 'NU1605';
  return range.max !== null && !isInRange({ ...range, min: null }, floor) ? 'NU1107' : null;
}

/** With transitive pinning a central version counts for whatever the project gets, referenced or not. */
function pinned(
  { packages }: Evaluated,
  reached: readonly Reached[],
  need: (id: string) => Need | null,
  common: Pick<Shortfall, 'project' | 'framework' | 'isSuppressed' | 'isSupposed'>,
): Shortfall[] {
  if (!packages.pinsTransitive) return [];
  const direct = new Set(reached.filter(({ depth }) => depth === 1).map(({ reference }) => reference.id.toLowerCase()));
  return packages.central.flatMap(({ id, places }) => {
    if (direct.has(id.toLowerCase()) || !hasFloor(id) || !isBrought(id)) return [];
    const asked = need(id);
    if (!asked) return [];
    return places.flatMap((place): Shortfall[] => {
      const isTold = place.value && parseRange(place.value);
      if (isTold && !isBelow(place.value, asked.floor)) return [];
      const code = isTold ? 'NU1109' : 'unknown';
      return [{ ...common, ...asked, id, statedFor: null, wanted: asked.floor, code, place }];
    });
  });
}
