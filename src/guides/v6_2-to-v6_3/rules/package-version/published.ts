/** Releases of the family on nuget.org that a floating version could take: its minors 6.0 to 6.3, and the first of what came after. */
export const published: readonly string[] = [
  ...upTo('6.0', 5),
  ...upTo('6.1', 8),
  ...upTo('6.2', 5),
  ...upTo('6.3', 10),
  ...upTo('7.0', 8),
];

function upTo(minor: string, lastPatch: number): string[] {
  return Array.from({ length: lastPatch + 1 }, (_, patch) => `${minor}.${patch}`);
}
