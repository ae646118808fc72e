import type { Place } from '../../csharp/index-types.ts';
import { type FilePath, isInFolder } from '../../workspace/file-path.ts';
import type { Facts } from '../facts.ts';
import type { AppSettings } from '../settings.ts';
import { isTestProject } from './is-test-project.ts';

/**
 * Projects that belong together: those that references join, in either direction. An archive may hold many solutions, and what one
 * host's clients are says nothing of another's.
 */
export function connectedProjects(host: FilePath, facts: Facts): ReadonlySet<FilePath> {
  const connected = new Set<FilePath>([host]);
  for (let grew = true; grew; ) {
    const before = connected.size;
    for (const { path, references } of facts.projects) {
      if (connected.has(path)) for (const reference of references) connected.add(reference);
      else if (references.some((reference) => connected.has(reference))) connected.add(path);
    }
    grew = connected.size > before;
  }
  return connected;
}

/** Whether a place is in one of them. Without projects, everything is. */
export function isConnected(host: FilePath | null, facts: Facts): (place: Pick<Place, 'projects'>) => boolean {
  if (host === null) return () => true;
  const connected = connectedProjects(host, facts);
  return ({ projects }) => projects.some((project) => connected.has(project));
}

/** Settings files that the host may load: its own, and those of what it references. */
export function settingsNear(host: FilePath | null, facts: Facts): readonly AppSettings[] {
  if (host === null) return facts.settings;
  const reach = reachOf(host, facts);
  const folders = facts.projects.filter(({ path }) => reach.has(path)).map(({ folder }) => folder);
  return facts.settings.filter(({ path }) => folders.some((folder) => isInFolder(path, folder)));
}

/** Whether one process may hold the code of both places: some project that isn't a test reaches both. */
export function mayShareProcess(a: Pick<Place, 'projects'>, b: Pick<Place, 'projects'>, facts: Facts): boolean {
  if (!facts.hasProjects) return true;
  const reaches = facts.projects.filter((project) => !isTestProject(project)).map(({ path }) => reachOf(path, facts));
  return reaches.some((reach) => [a, b].every(({ projects }) => projects.some((project) => reach.has(project))));
}

/** A project and everything it references, to any depth. */
export function reachOf(project: FilePath, facts: Facts): ReadonlySet<FilePath> {
  const reach = new Set([project]);
  for (const path of reach)
    for (const next of facts.projects.find((p) => p.path === path)?.references ?? []) reach.add(next);
  return reach;
}
