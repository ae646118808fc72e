import type { AskedQuestion } from '../../engine/analysis.ts';
import type { Decisions } from '../../engine/decisions/decision.ts';
import type { Finding } from '../../engine/rules/finding.ts';
import { answerKey, type Question } from '../../engine/rules/question.ts';
import { type FindingState, stateOfFinding } from './words.ts';

/** What the address says about the list and what is looked at in it. It never holds text of the solution. */
export interface View {
  readonly finding: string | null;
  readonly question: string | null;
  readonly state: FindingState | null;
  readonly rule: string | null;
  readonly file: string | null;
  readonly by: 'rule' | 'file';
}

export function viewOf(parameters: URLSearchParams): View {
  return {
    finding: parameters.get('finding'),
    question: parameters.get('question'),
    state: parameters.get('state') as FindingState | null,
    rule: parameters.get('rule'),
    file: parameters.get('file'),
    by: parameters.get('by') === 'file' ? 'file' : 'rule',
  };
}

export const questionKey = ({ id, project }: Question) => answerKey(id, project);

/** The one looked at stays in the list while it is looked at, whatever the filter says since its decision. */
export function listed(findings: readonly Finding[], decisions: Decisions, view: View): readonly Finding[] {
  return findings.filter(
    (finding) =>
      (view.state === null || finding.id === view.finding || stateOfFinding(finding, decisions) === view.state) &&
      (view.rule === null || finding.rule === view.rule) &&
      (view.file === null || finding.evidence.some(({ path }) => path === view.file)),
  );
}

export interface Group {
  readonly key: string;
  readonly findings: readonly Finding[];
}

export const grouped = (findings: readonly Finding[], by: View['by']): readonly Group[] =>
  groupsOf(findings, (finding) => (by === 'rule' ? finding.rule : finding.evidence[0].path));

function groupsOf(findings: readonly Finding[], keyOf: (finding: Finding) => string): readonly Group[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) groups.set(keyOf(finding), [...(groups.get(keyOf(finding)) ?? []), finding]);
  return [...groups].map(([key, members]) => ({ key, findings: members }));
}

export type Selected =
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'question'; readonly question: AskedQuestion }
  | null;

/** What the address names, else the first that is open, else the first. */
export function selectedOf(
  view: View,
  ordered: readonly Finding[],
  questions: readonly AskedQuestion[],
  decisions: Decisions,
): Selected {
  const question = questions.find((each) => questionKey(each) === view.question);
  if (question) return { kind: 'question', question };
  const finding =
    ordered.find(({ id }) => id === view.finding) ?? ordered.find(({ id }) => !decisions.has(id)) ?? ordered[0];
  if (finding) return { kind: 'finding', finding };
  return questions[0] ? { kind: 'question', question: questions[0] } : null;
}

/** After a decision: the next open one below, else the first open one, else none. */
export function nextOpen(ordered: readonly Finding[], decisions: Decisions, from: string): Finding | null {
  const isOpen = ({ id }: Finding) => id !== from && !decisions.has(id);
  const at = ordered.findIndex(({ id }) => id === from);
  return ordered.slice(at + 1).find(isOpen) ?? ordered.find(isOpen) ?? null;
}
