import type { Place } from '../../csharp/index-types.ts';
import type { Facts } from '../facts.ts';
import { solutionOf } from '../projects/solution.ts';

/** Whether annotations mean something at a place, and whether the compiler warns of null there. */
export interface NullableContext {
  readonly annotations: boolean;
  readonly warnings: boolean;
}
type At = Pick<Place, 'path' | 'projects'>;

/** By its projects, and by `#nullable` above the place; what holds in one project that compiles it, holds. */
export function nullableContextAt(at: At, offset: number, facts: Facts): NullableContext {
  const contexts = contextsThere(at, offset, facts);
  return { annotations: contexts.some((one) => one.annotations), warnings: contexts.some((one) => one.warnings) };
}

/** Whether nullable annotations mean something at the place and are warned about. */
export const isNullableAt = (place: Place, facts: Facts): boolean =>
  contextsThere(place, place.span.start, facts).some(({ annotations, warnings }) => annotations && warnings);

function contextsThere(at: At, offset: number, facts: Facts): NullableContext[] {
  const above = [...facts.csharp.sourceOf(at.path).text.slice(0, offset).matchAll(directive)];
  return contextsOf(at, facts).map((project) => {
    let context = project;
    for (const [, word, part] of above) context = changed(context, word!, part, project);
    return context;
  });
}

const directive = /^[ \t]*#[ \t]*nullable[ \t]+(enable|disable|restore)(?:[ \t]+(annotations|warnings))?/gm;

function changed(
  context: NullableContext,
  word: string,
  part: string | undefined,
  project: NullableContext,
): NullableContext {
  const value = (name: keyof NullableContext) => (word === 'restore' ? project[name] : word === 'enable');
  return {
    annotations: part === 'warnings' ? context.annotations : value('annotations'),
    warnings: part === 'annotations' ? context.warnings : value('warnings'),
  };
}

/** One per framework of each project that compiles the file; off where no project says anything. */
function contextsOf({ projects }: At, { workspace }: Facts): NullableContext[] {
  const contexts = projects.flatMap((path) =>
    (solutionOf(workspace).project(path)?.evaluations ?? []).map((evaluation) => {
      const value = evaluation.property('Nullable')?.trim().toLowerCase();
      return {
        annotations: value === 'enable' || value === 'annotations',
        warnings: value === 'enable' || value === 'warnings',
      };
    }),
  );
  return contexts.length > 0 ? contexts : [{ annotations: false, warnings: false }];
}
