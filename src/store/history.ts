import type { Decisions } from '../engine/decisions/decision.ts';
import type { Answers } from '../engine/rules/question.ts';

/** All that the user has chosen so far. */
export interface Choices {
  readonly decisions: Decisions;
  readonly answers: Answers;
}

/** One thing the user did, however many findings it settled, with what holds after it. */
export interface Entry {
  readonly what: string; // "Accept 6 safe fixes"
  readonly choices: Choices;
}

/** `past` ends with what holds now; `future` begins with what redo brings back. */
export interface History {
  readonly past: readonly Entry[];
  readonly future: readonly Entry[];
}

export const noChoices: Choices = { decisions: new Map(), answers: new Map() };
export const noHistory: History = { past: [], future: [] };

export const choicesIn = ({ past }: History): Choices => past.at(-1)?.choices ?? noChoices;

export const record = ({ past }: History, entry: Entry): History => ({ past: [...past, entry], future: [] });

export function undo({ past, future }: History): History {
  const last = past.at(-1);
  return last ? { past: past.slice(0, -1), future: [last, ...future] } : { past, future };
}

export function redo({ past, future }: History): History {
  const [next, ...rest] = future;
  return next ? { past: [...past, next], future: rest } : { past, future };
}
