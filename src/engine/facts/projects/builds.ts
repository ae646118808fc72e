import type { Build } from '../../csharp/build.ts';
import type { FilePath } from '../../workspace/file-path.ts';
import type { Evaluation } from './evaluate.ts';
import type { Value } from './expand.ts';
import { familyRank, isFamily } from './family.ts';
import type { Evaluated, EvaluatedProject, Solution } from './solution.ts';
import { sourcesOf } from './sources.ts';
import { specialUsingsOf, usingsOf } from './usings.ts';

/** What the compiler is given for one target framework of a C# project. */
export function buildOf(
  evaluation: Evaluated,
  { path, sdk, targetFrameworks }: EvaluatedProject,
  solution: Solution,
  csharp: readonly FilePath[],
): Build {
  const { framework, references } = evaluation;
  const nullable = evaluation.property('Nullable')?.trim().toLowerCase();
  return {
    project: path,
    targetFrameworks: framework ? [framework] : targetFrameworks,
    sources: sourcesOf(evaluation, sdk !== null, csharp),
    references,
    usings: usingsOf(evaluation, sdk),
    specialUsings: specialUsingsOf(evaluation),
    ...symbolsOf(evaluation),
    nullable: nullable === 'enable',
    product: nearestProduct([evaluation], solution),
  };
}

/** What `DefineConstants` says; where it hangs on a configuration, each of its definitions may count. */
function symbolsOf(evaluation: Evaluation): Pick<Build, 'defines' | 'mayDefine'> {
  const stated = evaluation.property('DefineConstants');
  const symbols = (text: string) => text.split(/[;,\s]+/).filter((one) => /^\w+$/.test(one));
  if (stated !== null) return { defines: symbols(stated), mayDefine: [] };
  const definitions = evaluation.definitionsOf('DefineConstants');
  return { defines: [], mayDefine: definitions.flatMap(({ raw }) => symbols(raw)) };
}

interface Product {
  readonly version: Value; // null: it can't be told, or depends
  readonly versions: readonly string[]; // all that it may be
  readonly isDirect: boolean;
}

/** Nearest first: the own packages, then those of the projects it references, breadth first. */
export function nearestProduct(evaluations: readonly Evaluated[], solution: Solution): Product | null {
  const seen = new Set<FilePath>();
  for (let level = [evaluations], isDirect = true; level.length > 0; isDirect = false) {
    const found = level.map(familyVersion).find((product) => product !== undefined);
    if (found) return { ...found, isDirect };
    level = level.flat().flatMap(({ references, framework }) =>
      references.flatMap((path) => {
        const next = solution.project(path);
        if (!next || seen.has(path)) return [];
        seen.add(path);
        const same = next.evaluations.filter((one) => one.framework === framework);
        return [same.length > 0 ? same : next.evaluations];
      }),
    );
  }
  return null;
}

/** Of the package that says most of the family; undefined: there is none. */
function familyVersion(evaluations: readonly Evaluated[]): Omit<Product, 'isDirect'> | undefined {
  const references = evaluations.flatMap(({ packages }) => packages.references).filter(({ id }) => isFamily(id));
  const [first, ...more] = references.toSorted((a, b) => familyRank(a.id) - familyRank(b.id));
  if (!first) return undefined;
  const same = [first, ...more.filter(({ id }) => familyRank(id) === familyRank(first.id))];
  const versions = same.flatMap(({ places }) =>
    places.flatMap(({ value }) => (value && /\d/.test(value) ? value : [])),
  );
  return { version: first.version, versions: [...new Set(versions)] };
}
