import type { Guide } from '../engine/rules/guide.ts';

/** Every folder with a `guide.ts`, by its id. A new upgrade is a new folder; nothing else names it. */
export const guides: ReadonlyMap<string, Guide> = new Map(
  Object.values(import.meta.glob<Guide>('./*/guide.ts', { eager: true, import: 'default' })).map((guide) => [
    guide.id,
    guide,
  ]),
);
