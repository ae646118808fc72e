import type { Place } from '../../csharp/index-types.ts';
import type { Facts } from '../facts.ts';
import type { Project } from '../project.ts';

/** Every project that this one reaches through references. */
export function referencedBy(facts: Facts, project: Project): Project[] {
  const reached = new Map<string, Project>();
  const waiting = [...project.references];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const found = facts.projects.find((p) => p.path === path);
    if (!found || reached.has(path)) continue;
    reached.set(path, found);
    waiting.push(...found.references);
  }
  return [...reached.values()];
}

/** Whether code belongs to the project or to one that it references. */
export function ownOf(facts: Facts, project: Project): (place: Pick<Place, 'projects'>) => boolean {
  const own = new Set([project, ...referencedBy(facts, project)].map(({ path }) => path));
  return ({ projects }) => projects.some((path) => own.has(path));
}
