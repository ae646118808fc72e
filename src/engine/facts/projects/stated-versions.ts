import type { FilePath } from '../../workspace/file-path.ts';
import type { Item } from './items.ts';
import type { MsBuildFile } from './msbuild-files.ts';
import type { PackageReference, VersionPlace } from './packages.ts';
import { propertyUses } from './property-uses.ts';
import type { Evaluated, Solution } from './solution.ts';
import type { XmlElement } from './xml.ts';

/** Who gets a version from a text. */
export interface VersionUse {
  readonly id: string;
  readonly project: FilePath | null; // null: a line of central management, or a file no project imports
  readonly framework: string | null;
  readonly how: PackageReference['how'] | 'unused' | 'stray' | 'overridden';
  readonly reference: { readonly file: MsBuildFile; readonly element: XmlElement }; // the item that asks for the package
  readonly place: VersionPlace; // as seen from this use
}

/** One text that says a version, with everything that takes it from there. */
export interface StatedVersion {
  readonly place: VersionPlace;
  readonly uses: readonly VersionUse[];
  /** Where a property on the way is also used for something that is not a package version we know: `file:line`. */
  readonly otherUses: readonly { readonly file: MsBuildFile; readonly line: number; readonly text: string }[];
}

export const idsOf = (stated: StatedVersion) =>
  stated.uses
    .map((use) => use.id)
    .filter((id, i, all) => all.findIndex((other) => other.toLowerCase() === id.toLowerCase()) === i);

export const projectsOf = (stated: StatedVersion): FilePath[] =>
  [...new Set(stated.uses.flatMap((use) => (use.project === null ? [] : [use.project])))].sort();

const byText = new WeakMap<Solution, readonly StatedVersion[]>();

/** Every text of the solution that states a package version, by file and position. */
export function statedVersions(solution: Solution): readonly StatedVersion[] {
  const known = byText.get(solution);
  if (known) return known;
  const stated = collect(solution);
  byText.set(solution, stated);
  return stated;
}

function collect(solution: Solution): StatedVersion[] {
  const uses = [
    ...solution.projects.flatMap(({ evaluations }) => evaluations.flatMap(referenceUses)),
    ...unusedCentral(solution),
    ...solution.strays.flatMap(strayUses),
  ];
  const groups = new Map<string, VersionUse[]>();
  for (const use of uses) {
    const key = `${use.place.file.path}:${use.place.span.start}:${use.place.span.end}`;
    groups.set(key, [...(groups.get(key) ?? []), use]);
  }
  return [...groups.values()].map((group) => ({
    place: (group.find((use) => use.how !== 'overridden') ?? group[0]!).place,
    uses: group,
    otherUses: propertyUses(solution, [...new Set(group.flatMap(({ place }) => place.properties))], group),
  }));
}

const toUse =
  (project: FilePath | null, framework: string | null, how: VersionUse['how'], id: string, reference: Item) =>
  (place: VersionPlace): VersionUse => ({ id, project, framework, how, reference, place });

const referenceUses = ({ packages, project, framework }: Evaluated): VersionUse[] =>
  packages.references.flatMap(({ id, how, places, overridden, reference }) => [
    ...places.map(toUse(project, framework, how, id, reference)),
    ...overridden.map(toUse(project, framework, 'overridden', id, reference)),
  ]);

/** Central lines that no project takes its version from. */
function unusedCentral({ projects }: Solution): VersionUse[] {
  const evaluations = projects.flatMap((project) => project.evaluations);
  const inUse = new Set(
    evaluations.flatMap(({ packages }) =>
      packages.references.filter(({ how }) => how === 'central').map(({ places }) => places[0]?.item),
    ),
  );
  const seen = new Set<XmlElement>();
  return evaluations.flatMap(({ packages, framework }) =>
    packages.central.flatMap(({ id, places, item }) => {
      if (inUse.has(places[0]?.item) || seen.has(item.element)) return [];
      seen.add(item.element);
      return places.map(toUse(null, framework, 'unused', id, item));
    }),
  );
}

const strayUses = ({ packages }: Evaluated): VersionUse[] => [
  ...packages.references.flatMap(({ id, places, reference }) => places.map(toUse(null, null, 'stray', id, reference))),
  ...packages.central.flatMap(({ id, places, item }) => places.map(toUse(null, null, 'stray', id, item))),
];
