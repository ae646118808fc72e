import type { Decision } from '../../engine/decisions/decision.ts';
import type { StepState } from '../../engine/decisions/progress.ts';
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

export const stepStates: Readonly<Record<StepState, { sign: SignKind; word: string }>> = {
  'not-affected': { sign: 'none', word: 'not affected' },
  open: { sign: 'open', word: 'open' },
  'needs-you': { sign: 'attention', word: 'needs you' },
  done: { sign: 'done', word: 'done' },
};

export type FindingState = 'open' | 'accepted' | 'declined' | 'by-hand';

export const findingStates: Readonly<Record<FindingState, { sign: SignKind; word: string }>> = {
  open: { sign: 'open', word: 'open' },
  accepted: { sign: 'done', word: 'accepted' },
  declined: { sign: 'off', word: 'declined' },
  'by-hand': { sign: 'attention', word: 'needs you' },
};

export function stateOfFinding(decision: Decision | undefined): FindingState {
  if (!decision) return 'open';
  if (decision.kind === 'accept') return 'accepted';
  return decision.kind === 'decline' ? 'declined' : 'by-hand';
}

/** Where there is little room: `data-protection` → Data protection. */
export const stepName = (id: StepId) => id[0]?.toUpperCase() + id.slice(1).replaceAll('-', ' ');

export const count = (number: number, one: string, many = `${one}s`) =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

export const fileName = (path: string) => path.slice(path.lastIndexOf('/') + 1);
export const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')));

export const placeOf = ({ evidence: [{ path, line }] }: Pick<Finding, 'evidence'>) => `${path}:${line}`;

/** Titles are Markdown of one line; where only plain text fits, their backticks go. */
export const plain = (text: string) => text.replaceAll('`', '');
