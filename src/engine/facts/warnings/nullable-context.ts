import type { Place } from '../../csharp/index-types.ts';
import type { Facts } from '../facts.ts';
import { solutionOf } from '../projects/solution.ts';

interface Context {
  readonly annotations: boolean;
  readonly warnings: boolean;
}

/** Whether nullable annotations mean something at the place and are warned about: by its project, and by `#nullable` above it. */
export function isNullableAt(place: Place, facts: Facts): boolean {
  const { text } = facts.csharp.sourceOf(place.path);
  return contextsOf(place, facts).some((project) => {
    let context = project;
    for (const [, word, part] of text.slice(0, place.span.start).matchAll(directive))
      context = changed(context, word!, part, project);
    return context.annotations && context.warnings;
  });
}

const directive = /^[ \t]*#[ \t]*nullable[ \t]+(enable|disable|restore)(?:[ \t]+(annotations|warnings))?/gm;

function changed(context: Context, word: string, part: string | undefined, project: Context): Context {
  const value = (name: keyof Context) => (word === 'restore' ? project[name] : word === 'enable');
  return {
    annotations: part === 'warnings' ? context.annotations : value('annotations'),
    warnings: part === 'annotations' ? context.warnings : value('warnings'),
  };
}

/** One per framework of each project that compiles the file; off where no project says anything. */
function contextsOf({ projects }: Place, { workspace }: Facts): Context[] {
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
