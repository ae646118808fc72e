import type { Analysis } from '../analysis.ts';
import type { Decision, Decisions } from '../decisions/decision.ts';
import type { Finding, Fix, Severity, StepId } from '../rules/finding.ts';
import type { Guide } from '../rules/guide.ts';
import type { Encoding, Notice } from '../workspace/workspace.ts';
import { tool } from './tool.ts';

/** What `report.json` says, key by key in the order it says it. `public/report.schema.json` describes it to others. */
export interface Report {
  readonly schema: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly guide: { readonly id: string; readonly from: string; readonly to: string; readonly target: string };
  readonly input: Analysis['input'];
  readonly projects: Analysis['projects'];
  readonly questions: readonly ReportedQuestion[];
  readonly findings: readonly ReportedFinding[];
  readonly changes: readonly ReportedChange[];
  readonly notices: readonly Notice[];
  readonly coverage: Analysis['coverage'];
}

export interface ReportedQuestion {
  readonly id: string;
  readonly project: string | null;
  readonly title: string;
  readonly answer: string;
  readonly assumed: boolean;
  readonly choices: readonly string[] | null;
}

export interface ReportedFinding {
  readonly id: string;
  readonly rule: string;
  readonly step: StepId;
  readonly projects: readonly string[];
  readonly severity: Severity;
  readonly confidence: Finding['confidence'];
  readonly title: string;
  readonly message: string;
  readonly table?: Finding['table'];
  readonly source: string;
  readonly evidence: readonly ReportedEvidence[];
  readonly fixes: readonly ReportedFix[];
  readonly decision: ReportedDecision;
}

export type ReportedEvidence = Omit<Finding['evidence'][0], 'span'>;

export interface ReportedFix {
  readonly id: string;
  readonly title: string;
  readonly safety: 'safe' | 'review';
  readonly caution?: string;
  readonly requires: readonly { readonly finding: string; readonly fix: string }[];
}

export type ReportedDecision = Decision | { readonly kind: 'undecided'; readonly by: 'default' };

/** Offsets count bytes of the file as received, BOM included; `newText` is in the file's own line ending. */
export type ReportedChange =
  | {
      readonly path: string;
      readonly kind: 'edit';
      readonly encoding: Encoding;
      readonly bom: boolean;
      readonly findings: readonly string[];
      readonly edits: readonly { readonly start: number; readonly end: number; readonly newText: string }[];
    }
  | {
      readonly path: string;
      readonly kind: 'add';
      readonly encoding: Encoding;
      readonly bom: boolean;
      readonly findings: readonly string[];
      readonly sha256: string;
    };

export interface ReportParts {
  readonly guide: Guide;
  readonly analysis: Analysis;
  readonly decisions: Decisions;
  readonly changes: readonly ReportedChange[];
  /** Beyond those of the analysis. */
  readonly notices: readonly Notice[];
}

export function reportOf({ guide, analysis, decisions, changes, notices }: ReportParts): Report {
  return {
    schema: 1,
    tool: { name: tool.name, version: tool.version },
    guide: { id: guide.id, from: guide.from, to: guide.to, target: analysis.target },
    input: pick(analysis.input, ['name', 'files', 'bytes', 'sha256']),
    projects: analysis.projects
      .map(({ packages, ...project }) => ({
        ...pick(project, ['path', 'sdk', 'targetFrameworks', 'host']),
        packages: packages.map((use) => pick(use, ['id', 'version', 'declaredIn', 'line'])),
      }))
      .toSorted(by(({ path }) => path)),
    questions: analysis.questions
      .map(({ id, project, title, answer, isAssumed, choices }) => ({
        id,
        project,
        title,
        answer,
        assumed: isAssumed,
        choices: choices?.map(({ value }) => value) ?? null,
      }))
      .toSorted(by(({ project }) => project ?? '')),
    findings: analysis.findings.map((finding) => findingOf(finding, decisions.get(finding.id))),
    changes: changes.map(changeOf).toSorted(by(({ path }) => path)),
    notices: orderedNotices([...analysis.notices, ...notices]),
    coverage: analysis.coverage.map((state) => pick(state, ['item', 'title', 'rule', 'state', 'why'])),
  };
}

/** Two spaces, a final line break: readable, and the same bytes for the same report. */
export const renderJson = (report: Report) => `${JSON.stringify(report, null, 2)}\n`;

function findingOf(finding: Finding, decision: Decision | undefined): ReportedFinding {
  return {
    ...pick(finding, ['id', 'rule', 'step', 'projects', 'severity', 'confidence', 'title', 'message']),
    ...(finding.table && { table: pick(finding.table, ['columns', 'rows']) }),
    source: finding.source,
    evidence: finding.evidence.map((place) =>
      pick(place, ['path', 'line', 'column', 'endLine', 'endColumn', 'excerpt', 'because']),
    ),
    fixes: finding.fixes.map(fixOf),
    decision: decisionOf(decision),
  };
}

function fixOf(fix: Fix): ReportedFix {
  const requires = fix.requires.map((other) => pick(other, ['finding', 'fix']));
  const named = pick(fix, ['id', 'title', 'safety']);
  return fix.safety === 'safe' ? { ...named, requires } : { ...named, caution: fix.caution, requires };
}

function decisionOf(decision: Decision | undefined): ReportedDecision {
  if (!decision) return { kind: 'undecided', by: 'default' };
  if (decision.kind === 'accept') return pick(decision, ['kind', 'fix', 'by']);
  const reason = decision.kind === 'decline' ? decision.reason : undefined;
  return { ...pick(decision, ['kind', 'by']), ...(reason === undefined ? {} : { reason }) } as ReportedDecision;
}

function changeOf(change: ReportedChange): ReportedChange {
  return change.kind === 'add'
    ? pick(change, ['path', 'kind', 'encoding', 'bom', 'findings', 'sha256'])
    : {
        ...pick(change, ['path', 'kind', 'encoding', 'bom', 'findings']),
        edits: change.edits.map((edit) => pick(edit, ['start', 'end', 'newText'])),
      };
}

/** What is said of the whole first, then by place; the same thing twice once. */
function orderedNotices(notices: readonly Notice[]): Notice[] {
  const plain = notices.map((notice) => pick(notice, ['code', 'path', 'line', 'message']));
  const distinct = new Map(plain.map((notice) => [JSON.stringify(notice), notice]));
  return [...distinct.values()].toSorted(
    (a, b) =>
      compareText(a.path ?? '', b.path ?? '') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  );
}

/** The keys in the order given, whatever order or extras the value came with. */
const pick = <T extends object, const K extends keyof T>(value: T, keys: readonly K[]): Pick<T, K> =>
  Object.fromEntries(keys.map((key) => [key, value[key]])) as Pick<T, K>;

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const by =
  <T>(key: (value: T) => string) =>
  (a: T, b: T) =>
    compareText(key(a), key(b));
