import { isFamily } from '../../../../engine/facts/projects/family.ts';
import type { MsBuildFile } from '../../../../engine/facts/projects/msbuild-files.ts';
import { type Solution, solutionOf } from '../../../../engine/facts/projects/solution.ts';
import {
  idsOf,
  projectsOf,
  type StatedVersion,
  statedVersions,
} from '../../../../engine/facts/projects/stated-versions.ts';
import { attributeOf, childrenNamed, textOf, type XmlElement } from '../../../../engine/facts/projects/xml.ts';
import type { RuleContext } from '../../../../engine/rules/rule.ts';
import type { FilePath } from '../../../../engine/workspace/file-path.ts';
import { published } from './published.ts';
import { type Raise, raise } from './raise.ts';
import { type Level, levelOf, minorOf, standingsOf } from './standing.ts';

/** A text that states the version of family packages, and what is to become of it. */
export interface Stated {
  readonly kind: 'stated';
  readonly stated: StatedVersion;
  readonly ids: readonly string[]; // of the family
  readonly sharedWith: readonly string[]; // other packages and uses that take the same text
  readonly raise: Raise;
  readonly level: Level;
  readonly projects: readonly FilePath[];
  readonly versionsAround: readonly string[];
  readonly familyAround: readonly string[];
  readonly projectsAround: readonly FilePath[];
  /** What else states family packages of projects that belong together with these. */
  readonly beside: () => readonly Match[];
}

/** A family package whose version nothing states, or a line that doesn't count. */
export interface Unstated {
  readonly kind: 'no-version' | 'not-counting';
  readonly id: string;
  readonly text: string; // what stands there as its version, where something does
  readonly file: MsBuildFile;
  readonly element: XmlElement;
  readonly projects: readonly FilePath[];
  readonly isCentral: boolean; // the versions are kept centrally there
}

export type Match = Stated | Unstated;

export function matchesIn({ facts, target }: RuleContext): Match[] {
  const solution = solutionOf(facts.workspace);
  const all = statedVersions(solution);
  const family = all.filter((one) => idsOf(one).some(isFamily));
  const standings = standingsOf(solution, all);
  const stated = family.map((one): Stated => {
    const ids = idsOf(one);
    const projects = projectsOf(one);
    const { place } = one;
    return {
      kind: 'stated',
      stated: one,
      ids: ids.filter(isFamily),
      sharedWith: [
        ...ids.filter((id) => !isFamily(id)).map((id) => `\`${id}\``),
        ...one.otherUses.map((use) => `${use.file.path}:${use.line}`),
      ],
      raise: place.value === null ? { kind: 'unreadable' } : raise(place.value, target, published),
      level: levelOf(place.value),
      projects,
      versionsAround: standings.around(projects),
      familyAround: standings.familyAround(projects),
      projectsAround: standings.projectsAround(projects),
      beside: () => matches.filter((other) => standings.areTogether(projects, other.projects)),
    };
  });
  const matches = [...stated.filter(matters), ...withoutVersion(solution), ...notCounting(solution, family)];
  return matches;
}

/** Left alone: what is at the target or newer, and what stands below 6.0, which is another rule's. */
const matters = ({ raise, level, stated }: Stated) =>
  raise.kind !== 'enough' && level !== 'later' && level !== 'before-6' && stated.place.value !== '';

/** Another line sets the version again: changing this one would change nothing. */
export const isOverridden = ({ stated }: Stated) => stated.uses.every(({ how }) => how === 'overridden');

export const isUnused = ({ stated }: Stated) => stated.uses.every(({ how }) => how === 'unused');

export const isStore = (id: string) => /entityframework/i.test(id);

/** Projects that belong together stand at different minors. */
export const isMixed = ({ versionsAround }: Stated) => new Set(versionsAround.map(minorOf)).size > 1;

function withoutVersion(solution: Solution): Unstated[] {
  const found = new Map<XmlElement, Unstated>();
  for (const { path, evaluations } of solution.projects) {
    for (const { packages } of evaluations) {
      for (const { id, places, reference } of packages.references) {
        if (!isFamily(id) || places.some((place) => place.value !== '')) continue;
        const { file, element } = reference;
        const projects = [...new Set([...(found.get(element)?.projects ?? []), path])];
        const isCentral = packages.isCentral;
        const text = places[0]?.text ?? '';
        found.set(element, { kind: 'no-version', id, text, file, element, projects, isCentral });
      }
    }
  }
  return [...found.values()];
}

const packageItems = /^(PackageReference|PackageVersion|GlobalPackageReference|PackageDownload)$/i;

/** Lines that name a version and never count: inside a target, under a condition that is never true, or updating nothing. */
function notCounting(solution: Solution, family: readonly StatedVersion[]): Unstated[] {
  const evaluations = [...solution.projects.flatMap((project) => project.evaluations), ...solution.strays];
  const readers = ({ path }: MsBuildFile) => evaluations.filter(({ files }) => files.has(path));
  const references = evaluations.flatMap(({ packages }) => packages.references);
  const live = new Set([
    ...references.map(({ reference }) => reference.element),
    ...family.flatMap(({ uses }) => uses.map(({ place }) => place.item)),
  ]);
  return solution.files.all.flatMap((file) =>
    elementsOf(file.root).flatMap((element): Unstated[] => {
      if (!packageItems.test(element.name) || live.has(element)) return [];
      const names = attributeOf(element, 'Include')?.value ?? attributeOf(element, 'Update')?.value ?? '';
      const id = names.split(';').find(isFamily);
      const text = attributeOf(element, 'Version')?.value ?? childrenNamed(element, 'Version').map(textOf)[0] ?? '';
      if (id === undefined || text.trim() === '' || ['later', 'before-6'].includes(levelOf(text))) return [];
      const isCentral = readers(file).some(({ packages }) => packages.isCentral);
      return [{ kind: 'not-counting', id, text, file, element, projects: [], isCentral }];
    }),
  );
}

const elementsOf = (element: XmlElement): XmlElement[] => [element, ...element.children.flatMap(elementsOf)];
