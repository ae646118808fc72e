import { isLeftForPerson } from '../decisions/progress.ts';
import type { Severity, StepId } from '../rules/finding.ts';
import type { Guide } from '../rules/guide.ts';
import type { Report, ReportedFinding } from './report.ts';

export interface Summary {
  readonly accepted: readonly ReportedFinding[];
  readonly declined: readonly ReportedFinding[];
  readonly left: readonly ReportedFinding[]; // for a person: what exit code 1 stands for
  readonly advice: readonly ReportedFinding[]; // undecided or by hand, and nothing breaks
  readonly changedFiles: number;
}

export function summaryOf({ findings, changes }: Pick<Report, 'findings' | 'changes'>): Summary {
  const left = findings.filter(isLeft);
  const ofKind = (kind: string) => findings.filter(({ decision }) => decision.kind === kind);
  return {
    accepted: ofKind('accept'),
    declined: ofKind('decline'),
    left,
    advice: [...ofKind('undecided'), ...ofKind('by-hand')].filter((finding) => !left.includes(finding)),
    changedFiles: changes.length,
  };
}

const isLeft = (finding: ReportedFinding) =>
  isLeftForPerson(finding, finding.decision.kind === 'undecided' ? undefined : finding.decision);

export function countsSentence({ findings, changes }: Report): string {
  const { accepted, declined, left, advice, changedFiles } = summaryOf({ findings, changes });
  const parts = [
    `${accepted.length} accepted`,
    ...(declined.length > 0 ? [`${declined.length} declined`] : []),
    `${left.length} left for you`,
    ...(advice.length > 0 ? [`${advice.length} worth knowing`] : []),
  ];
  return findings.length === 0
    ? 'Nothing was found that has to change.'
    : `${plural(findings.length, 'finding')}: ${parts.join(', ')}. ${plural(changedFiles, 'file')} ${changedFiles === 1 ? 'changes' : 'change'}.`;
}

export const severityWords: Readonly<Record<Severity, string>> = {
  'breaks-build': 'breaks the build',
  'breaks-run': 'breaks at run time',
  'changes-behaviour': 'changes behaviour',
  advice: 'advice',
};

/** The title of the accepted fix; null where none is. */
export const acceptedFixTitle = ({ fixes, decision }: ReportedFinding) =>
  decision.kind === 'accept' ? (fixes.find(({ id }) => id === decision.fix)?.title ?? null) : null;

/** The steps that have findings, in the guide's order, each with its own. */
export function byStep(steps: Guide['steps'], findings: readonly ReportedFinding[]) {
  return steps
    .map(({ id, title }) => ({ id, title, findings: findings.filter(({ step }) => step === id) }))
    .filter((step): step is { id: StepId; title: string; findings: ReportedFinding[] } => step.findings.length > 0);
}

export const plural = (count: number, noun: string) =>
  `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
