import type { AskedQuestion } from '../../engine/analysis.ts';
import type { Decisions } from '../../engine/decisions/decision.ts';
import type { Finding } from '../../engine/rules/finding.ts';
import { answerKey, type Question } from '../../engine/rules/question.ts';
import { type FindingState, severities, stateOfFinding } from './words.ts';

/** What the address says about the list and what is looked at in it. It never holds text of the solution. */
export interface View {
  readonly finding: string | null;
  readonly question: string | null;
  readonly isAbout: boolean; // the step itself is asked for
  readonly state: FindingState | null;
  readonly rule: string | null;
  readonly file: string | null;
  readonly by: 'rule' | 'file';
}

export function viewOf(parameters: URLSearchParams): View {
  return {
    finding: parameters.get('finding'),
    question: parameters.get('question'),
    isAbout: parameters.has('about'),
    state: parameters.get('state') as FindingState | null,
    rule: parameters.get('rule'),
    file: parameters.get('file'),
    by: parameters.get('by') === 'file' ? 'file' : 'rule',
  };
}

export const questionKey = ({ id, project }: Question) => answerKey(id, project);

/**
 * The one looked at stays in the list while it is looked at, whatever the filter says since its decision.
 * `search` may be text of the solution, so it is not part of the view, which is the address.
 */
export function listed(
  findings: readonly Finding[],
  decisions: Decisions,
  view: View,
  search: string,
): readonly Finding[] {
  return findings.filter(
    (finding) =>
      matches(finding, search) &&
      (view.state === null || finding.id === view.finding || stateOfFinding(finding, decisions) === view.state) &&
      (view.rule === null || finding.rule === view.rule) &&
      (view.file === null || finding.evidence.some(({ path }) => path === view.file)),
  );
}

/** What can be read of a finding without opening it, and the code it points at. */
function matches({ title, evidence }: Finding, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  const texts = [title, ...evidence.flatMap(({ path, excerpt }) => [path, excerpt])];
  return texts.some((text) => text.toLowerCase().includes(wanted));
}

export interface Group {
  readonly key: string;
  readonly findings: readonly Finding[];
}

/** Files in their own order; rules by what is worst in them. */
export function grouped(findings: readonly Finding[], by: View['by']): readonly Group[] {
  if (by === 'file') return groupsOf(findings, ({ evidence: [first] }) => first.path);
  return groupsOf(findings, ({ rule }) => rule).toSorted((a, b) => rankOf(a) - rankOf(b));
}

const ranks = Object.keys(severities);
const rankOf = ({ findings }: Group) => Math.min(...findings.map(({ severity }) => ranks.indexOf(severity)));

function groupsOf(findings: readonly Finding[], keyOf: (finding: Finding) => string): readonly Group[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) groups.set(keyOf(finding), [...(groups.get(keyOf(finding)) ?? []), finding]);
  return [...groups].map(([key, members]) => ({ key, findings: members }));
}

export type Selected =
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'question'; readonly question: AskedQuestion }
  | { readonly kind: 'about' };

/** What the address names. Where it names only a rule or a file: the first open one of those. Else the step itself. */
export function selectedOf(
  view: View,
  ordered: readonly Finding[],
  questions: readonly AskedQuestion[],
  decisions: Decisions,
): Selected {
  const question = questions.find((each) => questionKey(each) === view.question);
  if (question) return { kind: 'question', question };
  const isNarrowed = !view.isAbout && (view.rule !== null || view.file !== null);
  const finding = ordered.find(({ id }) => id === view.finding) ?? (isNarrowed && firstOpen(ordered, decisions));
  return finding ? { kind: 'finding', finding } : { kind: 'about' };
}

export const firstOpen = (ordered: readonly Finding[], decisions: Decisions): Finding | undefined =>
  ordered.find(({ id }) => !decisions.has(id)) ?? ordered[0];

/** After a decision: the next open one below, else the first open one, else none. */
export function nextOpen(ordered: readonly Finding[], decisions: Decisions, from: string): Finding | null {
  const isOpen = ({ id }: Finding) => id !== from && !decisions.has(id);
  const at = ordered.findIndex(({ id }) => id === from);
  return ordered.slice(at + 1).find(isOpen) ?? ordered.find(isOpen) ?? null;
}
