import type { Finding, StepId } from '../rules/finding.ts';
import type { Decision, Decisions } from './decision.ts';

export interface StepProgress {
  readonly found: number;
  readonly decided: number;
  readonly open: number; // undecided
  readonly needsYou: number; // open or by hand, above advice
}

export type StepState = 'not-affected' | 'open' | 'needs-you' | 'done';

/** What the exit code 1 stands for: something above advice that no accepted edit and no refusal has settled. */
export const isLeftForPerson = ({ severity }: Pick<Finding, 'severity'>, decision: Decision | undefined) =>
  severity !== 'advice' && (decision === undefined || decision.kind === 'by-hand');

export function progressOf(findings: readonly Finding[], decisions: Decisions, step?: StepId): StepProgress {
  const own = findings.filter((finding) => step === undefined || finding.step === step);
  const open = own.filter(({ id }) => !decisions.has(id)).length;
  const needsYou = own.filter((finding) => isLeftForPerson(finding, decisions.get(finding.id))).length;
  return { found: own.length, decided: own.length - open, open, needsYou };
}

/** Open while there is something to choose; then by-hand work is what is left. */
export function stateOf({ found, open, needsYou }: StepProgress): StepState {
  if (found === 0) return 'not-affected';
  if (open > 0) return 'open';
  return needsYou > 0 ? 'needs-you' : 'done';
}
