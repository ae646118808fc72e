import { isFamily } from '../../../../engine/facts/projects/family.ts';
import { isCompatible } from '../../../../engine/facts/projects/frameworks.ts';
import { metadataValue } from '../../../../engine/facts/projects/items.ts';
import type { PackageReference } from '../../../../engine/facts/projects/packages.ts';
import type { Evaluated, EvaluatedProject, Solution } from '../../../../engine/facts/projects/solution.ts';
import type { FilePath } from '../../../../engine/workspace/file-path.ts';

/** A package that a project gets, its own or through the projects it references; 1: its own. */
export interface Reached {
  readonly reference: PackageReference;
  readonly depth: number;
  /** The projects on the way, the asking one first. */
  readonly path: readonly FilePath[];
}

/** Every package of the project for that framework, nearest first, as restore walks them. */
export function reachedBy(project: EvaluatedProject, evaluated: Evaluated, solution: Solution): Reached[] {
  const reached: Reached[] = [];
  const seen = new Set<FilePath>([project.path]);
  let level = [{ project, evaluated, path: [project.path] as readonly FilePath[] }];
  for (let depth = 1; level.length > 0; depth++) {
    for (const { evaluated, path } of level) {
      for (const reference of evaluated.packages.references) {
        if (depth === 1 || flowsOn(reference)) reached.push({ reference, depth, path });
      }
    }
    level = level.flatMap(({ project, evaluated, path }) =>
      project.references.flatMap((next) => {
        const found = solution.project(next);
        if (!found || seen.has(next)) return [];
        seen.add(next);
        return [{ project: found, evaluated: bestFor(evaluated.framework, found), path: [...path, next] }];
      }),
    );
  }
  return reached;
}

export const familyIn = (reached: readonly Reached[]) => reached.filter(({ reference }) => isFamily(reference.id));

/** `PrivateAssets="all"` keeps a package from those that reference the project. */
const flowsOn = ({ reference }: PackageReference) => !/\ball\b/i.test(metadataValue(reference, 'PrivateAssets') ?? '');

/** The framework of a referenced project that restore would choose. */
function bestFor(framework: string | null, { evaluations }: EvaluatedProject): Evaluated {
  const fitting = evaluations.filter(
    (one) => framework !== null && one.framework !== null && isCompatible(framework, one.framework) !== false,
  );
  return evaluations.find((one) => one.framework === framework) ?? fitting.at(-1) ?? evaluations[0]!;
}
