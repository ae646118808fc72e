/**
 * Compares the numbers at the front of two versions, ranges or floating versions (`6.2.*` and `[6.2.0,6.3.0)` count as 6.2.0):
 * enough to tell on which side of a release a project stands. NuGet's full order is in `nuget/`.
 */
export function compareNumbers(a: string, b: string): number {
  const [x, y] = [numbers(a), numbers(b)];
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const difference = (x[i] ?? 0) - (y[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const numbers = (version: string) => (/\d+(\.\d+)*/.exec(version)?.[0] ?? '0').split('.').map(Number);
