import { compareTexts } from '../../../../engine/facts/nuget/version.ts';
import { solutionOf } from '../../../../engine/facts/projects/solution.ts';
import { type StatedVersion, statedVersions } from '../../../../engine/facts/projects/stated-versions.ts';
import type { RuleContext } from '../../../../engine/rules/rule.ts';
import { type Raise, widen } from '../package-version/raise.ts';
import { standingsOf } from '../package-version/standing.ts';
import { isTokenLibrary } from './floors.ts';
import { followersOf, isOnlyInTheWay, isSamePlace } from './followers.ts';
import { raiseTo, type Shortfall, shortfallsOf } from './shortfall.ts';

/** A text that states a version below what the target needs, or may do so. */
export interface Match {
  readonly stated: StatedVersion;
  readonly shortfalls: readonly Shortfall[];
  /** null: different frameworks need different ones, or the framework isn't told. */
  readonly wanted: string | null;
  readonly raise: Raise;
  /** What else takes its version from the text and must not move with it. */
  readonly sharedWith: readonly string[];
}

export function matchesIn({ facts, target }: RuleContext): Match[] {
  const solution = solutionOf(facts.workspace);
  const all = statedVersions(solution);
  const around = { solution, standings: standingsOf(solution, all), target };
  const asked = solution.projects.flatMap((project) =>
    project.evaluations.flatMap((evaluated) => shortfallsOf(project, evaluated, around)),
  );
  const shortfalls = [...asked, ...followersOf(asked, solution)];
  const stated = all.flatMap((one) => {
    const own = shortfalls.filter(({ place }) => isSamePlace(place, one.place));
    return own.length === 0 ? [] : [toMatch(one, own)];
  });
  return [...stated, ...unstated(shortfalls)];
}

/** References for which no text in the archive says a version. */
function unstated(shortfalls: readonly Shortfall[]): Match[] {
  const silent = shortfalls.filter(({ place }) => place.text === '');
  const places = silent.map(({ place }) => place).filter((a, i, all) => all.findIndex((b) => isSamePlace(a, b)) === i);
  return places.map((place) => {
    const own = silent.filter((one) => isSamePlace(one.place, place));
    return toMatch({ place, uses: [], otherUses: [] }, own);
  });
}

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
    raise: wanted === null ? { kind: 'unreadable' } : raiseOf(stated.place.value ?? '', wanted, shortfalls),
    sharedWith: [
      ...new Set(others.map((id) => `\`${id}\``)),
      ...stated.otherUses.map((use) => `${use.file.path}:${use.line}`),
    ],
  };
}

const raiseOf = (text: string, wanted: string, shortfalls: readonly Shortfall[]) =>
  isOnlyInTheWay(shortfalls) ? widen(text, wanted) : raiseTo(text, wanted);

/** The token libraries go to the highest that is asked for; what follows the runtime must not cross from one major to the next. */
function wantedBy(shortfalls: readonly Shortfall[]): string | null {
  const floors = [...new Set(shortfalls.map(({ wanted }) => wanted))].toSorted(compareTexts);
  if (shortfalls.some(({ isSupposed }) => isSupposed)) return null;
  const mayRise = floors.length === 1 || shortfalls.every(({ id }) => isTokenLibrary(id));
  return mayRise ? floors.at(-1)! : null;
}
