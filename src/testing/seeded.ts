/** The same numbers for the same seed (mulberry32), so that a failing seed can be run again. */
export interface Random {
  /** Half-open: 0 ≤ n < `below`. */
  int(below: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  shuffle<T>(items: readonly T[]): T[];
  /** Each item or not, by a fair coin, in random order. */
  subset<T>(items: readonly T[]): T[];
}

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below: number) => Math.floor(next() * below);
  const shuffle = <T>(items: readonly T[]) => {
    const result = [...items];
    for (let i = result.length - 1; i > 0; i--) {
      const j = int(i + 1);
      [result[i], result[j]] = [result[j]!, result[i]!];
    }
    return result;
  };
  return {
    int,
    chance: (probability) => next() < probability,
    pick: (items) => items[int(items.length)]!,
    shuffle,
    subset: (items) => shuffle(items.filter(() => next() < 0.5)),
  };
}

/** Runs `check` for every seed and says which one failed. */
export function forEachSeed(count: number, check: (random: Random, seed: number) => void, first = 1) {
  for (let seed = first; seed < first + count; seed++) {
    try {
      check(seeded(seed), seed);
    } catch (error) {
      throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : error}`, { cause: error });
    }
  }
}
