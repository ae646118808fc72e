import { createStore } from 'zustand/vanilla';
import type { Analysis } from '../engine/analysis.ts';
import type { Delivery, FilePreview, Progress } from '../engine/upgrade.ts';
import { type OpenSolution, openSolution, WorkerFailure } from '../worker/client.ts';
import type { Failure, GuideSummary, Intake } from '../worker/protocol.ts';
import { type Choices, choicesIn, type Entry, type History, noHistory, record, redo, undo } from './history.ts';
import { forget, keep, kept } from './kept.ts';

/** A solution that has been read, and what was chosen about it. */
export interface Ready {
  readonly phase: 'ready';
  readonly intake: Intake;
  readonly guide: GuideSummary;
  readonly analysis: Analysis;
  readonly history: History;
}

/** `earlier`: the solution one goes back to when the new one isn't read after all. */
export type Session =
  | { readonly phase: 'empty' }
  | {
      readonly phase: 'reading';
      readonly intake: Intake;
      readonly progress: readonly Progress[]; // the latest of each phase, in the order they began
      readonly earlier: Ready | null;
    }
  | Ready
  | { readonly phase: 'failed'; readonly name: string; readonly failure: Failure; readonly earlier: Ready | null };

export type { Failure };

export const session = createStore<Session>(() => ({ phase: 'empty' }));

/** The worker that holds the solution of the `ready` session: no plain data, so not part of it. */
let solution: OpenSolution | null = null;
let reading = new AbortController();

/** Reads a solution; the earlier one stays at hand until this one is read. */
export async function read(intake: Intake, target: string | null = null, history: History = noHistory): Promise<void> {
  reading.abort();
  reading = new AbortController();
  const { signal } = reading;
  const earlier = earlierOf(session.getState());
  session.setState({ phase: 'reading', intake, progress: [], earlier }, true);
  try {
    const { answers } = choicesIn(history);
    const opened = await openSolution(intake, { target, answers, signal, onProgress: noteProgress });
    if (signal.aborted) return opened.close();
    solution?.close();
    solution = opened;
    const { guide, analysis } = opened;
    setReady({ phase: 'ready', intake, guide, analysis, history });
  } catch (error) {
    if (signal.aborted) return;
    session.setState({ phase: 'failed', name: intake.name, failure: failureOf(error), earlier }, true);
  }
}

/** Back to what was there before. Reading stops at once. */
export function goBack(): void {
  reading.abort();
  session.setState(earlierOf(session.getState()) ?? { phase: 'empty' }, true);
}

/** Puts the solution and everything decided about it out of the page and out of the browser. */
export async function forgetSolution(): Promise<void> {
  reading.abort();
  solution?.close();
  solution = null;
  session.setState({ phase: 'empty' }, true);
  await forget();
}

/** After a reload: what this tab had open before. False where there is nothing. */
export async function resume(): Promise<boolean> {
  const before = session.getState().phase === 'empty' ? await kept() : null;
  if (before) void read(before.intake, before.target, before.history);
  return before !== null;
}

/** The rules again for another version; what was decided stays where it still fits. */
export async function setTarget(target: string): Promise<void> {
  const { intake, history } = ready();
  await read(intake, target, history);
}

/** Notes what the user did. Where answers change, the rules are asked again first. */
export const choose = (entry: Entry) => move((history) => record(history, entry));
export const undoLast = () => move(undo);
export const redoNext = () => move(redo);

export const preview = (finding: string, fix: string): Promise<readonly FilePreview[]> =>
  opened().preview(finding, fix);

let moving: Promise<void> = Promise.resolve();

/** One after the other, so that a quick second click works on what the first one left. */
function move(transition: (history: History) => History): Promise<void> {
  moving = moving.then(async () => {
    const before = session.getState();
    if (before.phase !== 'ready') return;
    const history = transition(before.history);
    try {
      const analysis = await analysisFor(before, choicesIn(history));
      setReady({ ...before, history, analysis });
    } catch (error) {
      const { name } = before.analysis.input;
      session.setState({ phase: 'failed', name, failure: failureOf(error), earlier: before }, true);
    }
  });
  return moving;
}

function analysisFor(before: Ready, { answers }: Choices): Analysis | Promise<Analysis> {
  return answers === choicesIn(before.history).answers ? before.analysis : opened().answer(answers);
}

/** What to take home as decided now. */
export const deliver = (decisions: Parameters<OpenSolution['deliver']>[0]): Promise<Delivery> =>
  opened().deliver(decisions);

function setReady(state: Ready): void {
  session.setState(state, true);
  void keep({ intake: state.intake, target: state.analysis.target, history: state.history });
}

function noteProgress(progress: Progress): void {
  const state = session.getState();
  if (state.phase !== 'reading') return;
  const isKnown = state.progress.some(({ phase }) => phase === progress.phase);
  const next = isKnown
    ? state.progress.map((each) => (each.phase === progress.phase ? progress : each))
    : [...state.progress, progress];
  session.setState({ ...state, progress: next }, true);
}

export function ready(): Ready {
  const state = session.getState();
  if (state.phase !== 'ready') throw new Error('No solution is open.');
  return state;
}

function opened(): OpenSolution {
  if (!solution) throw new Error('No solution is open.');
  return solution;
}

function earlierOf(state: Session): Ready | null {
  if (state.phase === 'ready') return state;
  return state.phase === 'empty' ? null : state.earlier;
}

const failureOf = (error: unknown): Failure =>
  error instanceof WorkerFailure
    ? error.failure
    : { kind: 'bug', message: String(error), trace: error instanceof Error ? (error.stack ?? '') : '' };
