import type { Decisions } from '../../engine/decisions/decision.ts';
import { isLeftForPerson, progressOf, stateOf } from '../../engine/decisions/progress.ts';
import type { Finding, Severity, StepId } from '../../engine/rules/finding.ts';
import type { Confidence } from '../../engine/workspace/confidence.ts';
import type { SignKind } from '../../ui/sign.tsx';

/** How the state of things is said, everywhere the same. */
export const severities: Readonly<
  Record<Severity, { word: string; tone: 'danger' | 'warn' | 'muted'; isHollow: boolean }>
> = {
  'breaks-build': { word: 'breaks the build', tone: 'danger', isHollow: false },
  'breaks-run': { word: 'breaks at run time', tone: 'danger', isHollow: true },
  'changes-behaviour': { word: 'changes behaviour', tone: 'warn', isHollow: false },
  advice: { word: 'advice', tone: 'muted', isHollow: true },
};

export const confidences: Readonly<Record<Confidence, string>> = {
  certain: 'every link was followed',
  likely: 'one link follows from an import',
  possible: 'only the name fits: read the place',
};

export interface Told {
  readonly sign: SignKind;
  readonly word: string;
}

/** Done is what someone decided; what was only told leaves nothing to do. */
export function stepState(findings: readonly Finding[], decisions: Decisions, step: StepId): Told {
  const progress = progressOf(findings, decisions, step);
  const isDecided = findings.some(({ id, step: own }) => own === step && decisions.get(id)?.by === 'user');
  switch (stateOf(progress)) {
    case 'not-affected':
      return { sign: 'none', word: 'not affected' };
    case 'open':
      return { sign: 'open', word: `${progress.open} of ${progress.found} open` };
    case 'needs-you':
      return { sign: 'attention', word: `needs you: ${progress.needsYou} of ${progress.found}` };
    case 'done':
      return isDecided ? { sign: 'done', word: 'done' } : { sign: 'none', word: 'nothing to do' };
  }
}

export type FindingState = 'open' | 'accepted' | 'declined' | 'by-hand' | 'told';

export const findingStates: Readonly<Record<FindingState, Told>> = {
  open: { sign: 'open', word: 'open' },
  accepted: { sign: 'done', word: 'accepted' },
  declined: { sign: 'off', word: 'declined' },
  'by-hand': { sign: 'attention', word: 'needs you' },
  told: { sign: 'none', word: 'worth knowing' },
};

export function stateOfFinding(finding: Pick<Finding, 'id' | 'severity'>, decisions: Decisions): FindingState {
  const decision = decisions.get(finding.id);
  if (!decision) return 'open';
  if (decision.kind === 'accept') return 'accepted';
  if (decision.kind === 'decline') return 'declined';
  return isLeftForPerson(finding, decision) ? 'by-hand' : 'told';
}

/** Where there is little room: `data-protection` → Data protection. */
export const stepName = (id: StepId) => id[0]?.toUpperCase() + id.slice(1).replaceAll('-', ' ');

export const count = (number: number, one: string, many = `${one}s`) =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

export const fileName = (path: string) => path.slice(path.lastIndexOf('/') + 1);

export const placeOf = ({ evidence: [{ path, line }] }: Pick<Finding, 'evidence'>) => `${path}:${line}`;

/** Titles are Markdown of one line; where only plain text fits, their backticks go. */
export const plain = (text: string) => text.replaceAll('`', '');
