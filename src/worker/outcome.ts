import { BugError, UpgradeError } from '../engine/errors.ts';
import type { Failure, Outcome } from './protocol.ts';

export async function outcomeOf<T>(work: () => T | Promise<T>): Promise<Outcome<T>> {
  try {
    return { kind: 'ok', value: await work() };
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error) };
  }
}

export function failureOf(error: unknown): Failure {
  if (error instanceof UpgradeError) return { kind: 'input', code: error.code, detail: error.detail };
  const { message, stack } = error instanceof Error ? error : new BugError(String(error));
  return { kind: 'bug', message, trace: stack ?? '' };
}
