import { compareTexts, normalized, parseVersion } from '../../../../engine/facts/nuget/version.ts';
import { isInRange, parseRange } from '../../../../engine/facts/nuget/version-range.ts';
import { majorOfNet } from '../../../../engine/facts/projects/frameworks.ts';
import { metadataValue } from '../../../../engine/facts/projects/items.ts';
import type { VersionPlace } from '../../../../engine/facts/projects/packages.ts';
import {
  type Evaluated,
  type EvaluatedProject,
  type Solution,
  solutionOf,
} from '../../../../engine/facts/projects/solution.ts';
import { type StatedVersion, statedVersions } from '../../../../engine/facts/projects/stated-versions.ts';
import type { RuleContext } from '../../../../engine/rules/rule.ts';
import type { FilePath } from '../../../../engine/workspace/file-path.ts';
import { type Raise, raise } from '../package-version/raise.ts';
import { levelOf } from '../package-version/standing.ts';
import { floorOf, hasFloor, isBrought, isTokenLibrary } from './floors.ts';
import { familyIn, type Reached, reachedBy } from './reach.ts';

/** One project, for one framework, in which a version is too low. */
export interface Shortfall {
  readonly id: string;
  readonly project: FilePath; // that restore complains about
  readonly statedFor: FilePath | null; // the project whose reference it is; null: a pinned central version
  readonly framework: string | null;
  readonly floor: string; // what the family asks for
  readonly wanted: string; // the same, or the newer token library that the project gets, which the others then go to
  readonly family: string; // the package that asks
  readonly path: readonly FilePath[]; // from the project to where that package is referenced
  /** `NU1107`: an upper bound rules the floor out. `mixed`: restore is silent, the token libraries don't fit each other. */
  readonly code: 'NU1605' | 'NU1107' | 'NU1109' | 'mixed';
  readonly isSuppressed: boolean; // NU1605 is turned off there
  /** The package that asks stands at a 6.3 below the target: nothing is too low until that one is raised. */
  readonly isLater: boolean;
  readonly place: VersionPlace;
}

/** A text that states a version below what the target needs. */
export interface Match {
  readonly stated: StatedVersion;
  readonly shortfalls: readonly Shortfall[];
  /** null: different frameworks need different ones. */
  readonly wanted: string | null;
  readonly raise: Raise;
  /** What else takes its version from the text and must not move with it. */
  readonly sharedWith: readonly string[];
}

export function matchesIn({ facts, target }: RuleContext): Match[] {
  const solution = solutionOf(facts.workspace);
  const asked = solution.projects.flatMap((project) =>
    project.evaluations.flatMap((evaluated) => shortfallsOf(project, evaluated, solution, target)),
  );
  const shortfalls = [...asked, ...followers(asked, solution)];
  return statedVersions(solution).flatMap((stated) => {
    const own = shortfalls.filter(({ place }) => isSamePlace(place, stated.place));
    return own.length === 0 ? [] : [toMatch(stated, own)];
  });
}

const isSamePlace = (a: VersionPlace, b: VersionPlace) => a.file === b.file && a.span.start === b.span.start;

function toMatch(stated: StatedVersion, shortfalls: readonly Shortfall[]): Match {
  const wanted = wantedBy(shortfalls);
  const moving = new Set(shortfalls.map(({ id }) => id.toLowerCase()));
  const areTokens = shortfalls.every(({ id }) => isTokenLibrary(id));
  const others = stated.uses
    .map(({ id }) => id)
    .filter((id) => !moving.has(id.toLowerCase()) && !(areTokens && isTokenLibrary(id)));
  return {
    stated,
    shortfalls,
    wanted,
    raise: wanted === null ? { kind: 'unreadable' } : raiseTo(stated.place.value ?? '', wanted),
    sharedWith: [
      ...new Set(others.map((id) => `\`${id}\``)),
      ...stated.otherUses.map((use) => `${use.file.path}:${use.line}`),
    ],
  };
}

/** The token libraries go to the highest that is asked for; what follows the runtime must not cross from one major to the next. */
function wantedBy(shortfalls: readonly Shortfall[]): string | null {
  const floors = [...new Set(shortfalls.map(({ wanted }) => wanted))].toSorted(compareTexts);
  const mayRise = floors.length === 1 || shortfalls.every(({ id }) => isTokenLibrary(id));
  return mayRise ? floors.at(-1)! : null;
}

function raiseTo(text: string, wanted: string): Raise {
  const min = parseRange(text)?.min;
  return raise(text, wanted, min ? [normalized(min)] : []); // a floating version may find its own lowest
}

function shortfallsOf(
  project: EvaluatedProject,
  evaluated: Evaluated,
  solution: Solution,
  target: string,
): Shortfall[] {
  const reached = reachedBy(project, evaluated, solution);
  const family = familyIn(reached).filter(({ reference }) =>
    ['6.0-6.2', '6.3', 'unknown'].includes(levelOf(reference.version)),
  );
  if (family.length === 0) return [];
  const { framework } = evaluated;
  const need = (id: string) => nearestNeed(id, family, target, framework === null ? null : majorOfNet(framework));
  const isSuppressed = isQuiet(evaluated.property('NoWarn'));
  const common = { project: project.path, framework, isSuppressed };
  const stated = reached.flatMap(({ reference, depth }) => {
    const asked = hasFloor(reference.id) ? need(reference.id) : null;
    if (!asked) return [];
    const floor = oneVersion(reference.id, asked.floor, reached);
    const code = codeOf(reference.id, reference.version, floor, depth === 1);
    if (code === null) return [];
    return reference.places.map((place) => ({
      ...common,
      ...asked,
      isSuppressed: isSuppressed || isQuiet(metadataValue(reference.reference, 'NoWarn')),
      id: reference.id,
      statedFor: reference.project,
      wanted: floor,
      code,
      place,
    }));
  });
  return [...stated, ...pinned(evaluated, reached, need, common)];
}

const isQuiet = (noWarn: string | null) => /NU1605/i.test(noWarn ?? '');

type Need = Pick<Shortfall, 'floor' | 'family' | 'path' | 'isLater'>;

/** Of the nearest package that asks; one that will be raised for sure goes before one that may stay. */
function nearestNeed(id: string, family: readonly Reached[], target: string, major: number | null): Need | null {
  const needs = family.flatMap(({ reference, path }): Need[] => {
    const floor = floorOf(id, reference.id, target, major);
    if (floor === null) return [];
    const now = reference.version ?? '6.2';
    const isLater = levelOf(now) === '6.3' && floorOf(id, reference.id, now, major) !== floor;
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
function codeOf(id: string, version: string | null, wanted: string, isOwn: boolean): Shortfall['code'] | null {
  const range = version === null ? null : parseRange(version);
  const floor = parseVersion(wanted);
  if (!range || !floor || raiseTo(version!, wanted).kind !== 'raise') return null;
  if (!isBrought(id)) return 'mixed';
  if (isOwn) return 'NU1605';
  return range.max !== null && !isInRange({ ...range, min: null }, floor) ? 'NU1107' : null;
}

/** A token library that rises in a project beside the family takes along those its project, and the projects above, name themselves. */
function followers(shortfalls: readonly Shortfall[], solution: Solution): Shortfall[] {
  const rising = shortfalls.filter(({ id, statedFor, project }) => isTokenLibrary(id) && statedFor !== project);
  return rising.flatMap((cause) =>
    solution.projects
      .filter(({ path }) => solution.closure(path).some((project) => project.path === cause.statedFor))
      .flatMap(({ path, evaluations }) =>
        evaluations.flatMap(({ packages, framework }) =>
          packages.references
            .filter(({ id, version }) => isTokenLibrary(id) && raiseTo(version ?? '', cause.wanted).kind === 'raise')
            .flatMap(({ id, places }) =>
              places
                .filter((place) => !shortfalls.some((known) => isSamePlace(known.place, place)))
                .map((place): Shortfall => ({ ...cause, id, statedFor: path, framework, code: 'mixed', place })),
            ),
        ),
      ),
  );
}

/** With transitive pinning a central version counts for whatever the project gets, referenced or not. */
function pinned(
  { packages }: Evaluated,
  reached: readonly Reached[],
  need: (id: string) => Need | null,
  common: Pick<Shortfall, 'project' | 'framework' | 'isSuppressed'>,
): Shortfall[] {
  if (!packages.pinsTransitive) return [];
  const direct = new Set(reached.filter(({ depth }) => depth === 1).map(({ reference }) => reference.id.toLowerCase()));
  return packages.central.flatMap(({ id, version, places }) => {
    if (direct.has(id.toLowerCase()) || !hasFloor(id) || !isBrought(id)) return [];
    const asked = need(id);
    if (!asked || version === null || raiseTo(version, asked.floor).kind !== 'raise') return [];
    return places.map((place) => ({
      ...common,
      ...asked,
      id,
      statedFor: null,
      wanted: asked.floor,
      code: 'NU1109' as const,
      place,
    }));
  });
}
