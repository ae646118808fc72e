import type { Facts } from '../../../../engine/facts/facts.ts';
import { isFamily } from '../../../../engine/facts/projects/family.ts';
import { type EvaluatedProject, solutionOf } from '../../../../engine/facts/projects/solution.ts';
import {
  idsOf,
  projectsOf,
  type StatedVersion,
  statedVersions,
} from '../../../../engine/facts/projects/stated-versions.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import type { Evidence, NonEmpty } from '../../../../engine/rules/finding.ts';
import type { FilePath } from '../../../../engine/workspace/file-path.ts';
import { levelOf } from './standing.ts';

/** The texts that give family packages a version this upgrade is about, by path and position. */
export const familyPlaces = (facts: Facts): StatedVersion[] =>
  statedVersions(solutionOf(facts.workspace))
    .filter((one) => idsOf(one).some(isFamily) && one.uses.some(({ how }) => how !== 'overridden' && how !== 'unused'))
    .filter(({ place }) => ['6.0-6.2', '6.3'].includes(levelOf(place.value)))
    .toSorted(({ place: a }, { place: b }) =>
      a.file.path === b.file.path ? a.span.start - b.span.start : a.file.path < b.file.path ? -1 : 1,
    );

/** Projects that name a package of the family themselves, at a version this upgrade is about. */
export const familyProjects = (facts: Facts): FilePath[] =>
  [...new Set(familyPlaces(facts).flatMap(projectsOf))].sort();

/** Projects the family reaches, by packages or by references. */
export function reachedProjects(facts: Facts): EvaluatedProject[] {
  const solution = solutionOf(facts.workspace);
  const naming = new Set(familyProjects(facts));
  return solution.projects.filter(({ path }) => solution.closure(path).some((project) => naming.has(project.path)));
}

/** null: there is none. */
export function evidenceAt(places: readonly StatedVersion[], because: string): NonEmpty<Evidence> | null {
  const [first, ...rest] = places.map(({ place }) => evidence(place.file.source, place.span, because));
  return first ? [first, ...rest] : null;
}
