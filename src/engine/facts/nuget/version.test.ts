import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { forEachSeed, type Random } from '../../../testing/seeded.ts';
import { compareVersions, isPrerelease, normalized, parseVersion } from './version.ts';
import { isInRange, parseRange, takes } from './version-range.ts';

/**
 * What NuGet.Versioning 7.0 said: `V|text|normalised`, `C|a|b|sign`, `R|range|available|taken`.
 * `null`: not a version or range; `none`: nothing available fits.
 */
const answers = readFileSync(new URL('./nuget-answers.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const asked = (kind: string) =>
  answers.filter((line) => line.startsWith(`${kind}|`)).map((line) => line.split('|').slice(1));
const version = (text: string) => parseVersion(text)!;

describe('as NuGet itself', () => {
  it('reads and normalises versions', () => {
    expect(asked('V').length).toBeGreaterThan(100);
    for (const [text, answer] of asked('V')) {
      const parsed = parseVersion(text!);
      expect(parsed ? normalized(parsed) : 'null', text).toBe(answer);
    }
  });

  it('orders them', () => {
    expect(asked('C').length).toBeGreaterThan(50);
    for (const [a, b, sign] of asked('C'))
      expect(compareVersions(version(a!), version(b!)), `${a} ${b}`).toBe(Number(sign));
  });

  it('takes the same from what is available', () => {
    expect(asked('R').length).toBeGreaterThan(100);
    for (const [text, available, answer] of asked('R')) {
      const range = parseRange(text!);
      const taken = range && takes(range, available!.split(' ').map(version));
      expect(range ? (taken ? normalized(taken) : 'none') : 'null', `${text} of ${available}`).toBe(answer);
    }
  });
});

describe('for any versions', () => {
  const any = (random: Random) => {
    const numbers = Array.from({ length: 2 + random.int(3) }, () => random.int(4)).join('.');
    return version(numbers + random.pick(['', '', '-rc', '-rc.1', '-rc.10', '-1', '-a-b.0']));
  };

  it('the order is total, and the same after normalising', () => {
    forEachSeed(1000, (random) => {
      const [a, b, c] = [any(random), any(random), any(random)];
      expect(compareVersions(a, b)).toBe(-compareVersions(b, a) + 0);
      expect(compareVersions(a, version(normalized(a)))).toBe(0);
      if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0)
        expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
    });
  });

  it('what a range takes is in it, and nothing in it is lower', () => {
    forEachSeed(1000, (random) => {
      const bounds = [any(random), any(random)].toSorted(compareVersions).map(normalized);
      const range = parseRange(
        random.pick([bounds[0]!, `[${bounds[0]}]`, `[${bounds[0]},${bounds[1]}]`, `(${bounds[0]},)`]),
      );
      const available = Array.from({ length: 6 }, () => any(random));
      const taken = range && takes(range, available);
      if (!range || !taken) return;
      expect(isInRange(range, taken)).toBe(true);
      const lower = available.filter((one) => isInRange(range, one) && compareVersions(one, taken) < 0);
      expect(lower.every(isPrerelease)).toBe(true);
    });
  });
});
