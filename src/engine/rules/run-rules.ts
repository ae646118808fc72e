import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { AskedQuestion, CoverageState } from '../analysis.ts';
import type { Facts } from '../facts/facts.ts';
import { compareNumbers } from '../facts/version-level.ts';
import type { FilePath } from '../workspace/file-path.ts';
import type { Notice } from '../workspace/workspace.ts';
import type { Draft } from './draft.ts';
import type { Explanation, Finding, Fix, FixDraft } from './finding.ts';
import type { Guide } from './guide.ts';
import { type Answers, answerTo, type Question } from './question.ts';
import type { Rule, RuleContext } from './rule.ts';
import { settleSharedCode } from './shared-code.ts';

export interface RuleRun {
  readonly findings: readonly Finding[]; // by path, position, rule
  readonly questions: readonly AskedQuestion[];
  readonly notices: readonly Notice[];
  readonly coverage: readonly CoverageState[];
}

export interface RunOptions {
  readonly answers: Answers;
  readonly target: string;
  /** For tests: look for everything, whatever versions the projects are at. */
  readonly ignoreGates?: boolean;
}

/**
 * Every rule over the same facts. A rule that throws is named in a notice and takes nothing else down.
 * A finding no one can be sure of offers nothing as safe; without project files nothing is more than likely.
 */
export function runRules(guide: Guide, facts: Facts, options: RunOptions): RuleRun {
  const notices: Notice[] = [];
  const drafts: Draft[] = [];
  const asked: (Question & { rule: string })[] = [];
  for (const rule of guide.rules.filter((rule) => isInReach(rule, options))) {
    try {
      const questions = [...(rule.questions?.(facts) ?? [])];
      const found = draftsOf(rule, facts, questions, options).filter((draft) => isTold(draft, facts, options));
      drafts.push(...found);
      asked.push(
        ...questions
          .filter(({ project }) =>
            found.some(({ explanation }) => project === null || explanation.projects.includes(project)),
          )
          .map((question) => ({ ...question, rule: rule.meta.id })),
      );
    } catch (error) {
      notices.push(ruleFailed(rule, error));
    }
  }
  const findings = name(sorted(settleSharedCode(drafts, facts)), guide, notices);
  return {
    findings,
    questions: asked.map(({ rule: _, ...question }) => {
      const { answer, isAssumed } = answerTo(question, options.answers);
      return { ...question, answer, isAssumed };
    }),
    notices,
    coverage: guide.coverage.map((item) => coverageOf(item, guide, drafts, options)),
  };
}

function draftsOf(rule: Rule, facts: Facts, questions: readonly Question[], options: RunOptions): Draft[] {
  const context: RuleContext = {
    facts,
    target: options.target,
    answer(id, project) {
      const question = questions.find((q) => q.id === id && q.project === project);
      return question ? answerTo(question, options.answers) : { answer: '', isAssumed: true };
    },
  };
  return [...rule.detect(context)].map((match) => {
    const explanation = capped(rule.explain(match, context), facts);
    return {
      rule,
      explanation,
      fixes: (rule.fix?.(match, context) ?? []).map((fix) => cautious(fix, explanation)),
      settledBy: rule.settledBy?.(match, context),
    };
  });
}

const capped = (explanation: Explanation, facts: Facts): Explanation =>
  !facts.hasProjects && explanation.confidence === 'certain' ? { ...explanation, confidence: 'likely' } : explanation;

const cautious = (fix: FixDraft, { confidence }: Explanation): FixDraft =>
  confidence === 'possible' && fix.safety === 'safe'
    ? {
        ...fix,
        safety: 'review',
        caution: 'We are not sure of this finding: read the place before you accept the edit.',
      }
    : fix;

const isInReach = ({ meta }: Rule, { target }: RunOptions) =>
  compareNumbers(meta.applies.since, target) <= 0 &&
  (meta.applies.until === undefined || compareNumbers(target, meta.applies.until) < 0);

/**
 * Projects at 6.x are told what breaks build or run at every level up to the target: many raise the package first and then bring
 * what no longer compiles. A changed behaviour, only where one stands below the version that changed it. Of projects at 5.x or
 * 7.x the step about packages may speak, and no other.
 */
function isTold({ rule, explanation }: Draft, facts: Facts, { ignoreGates }: RunOptions) {
  if (ignoreGates) return true;
  const versions = explanation.projects.map(
    (path) => facts.projects.find((p) => p.path === path)?.product?.version ?? null,
  );
  const isSome = (holds: (version: string) => boolean) =>
    versions.length === 0 || versions.some((version) => version === null || holds(version));
  if (rule.meta.step !== 'packages' && !isSome(is6x)) return false;
  return explanation.severity !== 'changes-behaviour' || isSome((v) => compareNumbers(v, rule.meta.applies.since) < 0);
}

const is6x = (version: string) => compareNumbers(version, '6.0.0') >= 0 && compareNumbers(version, '7.0.0') < 0;

const sorted = (drafts: readonly Draft[]) =>
  drafts.toSorted((a, b) => {
    const [x, y] = [a.explanation.evidence[0], b.explanation.evidence[0]];
    return (
      compareText(x.path, y.path) ||
      x.span.start - y.span.start ||
      x.span.end - y.span.end ||
      compareText(a.rule.meta.id, b.rule.meta.id) ||
      compareText(a.explanation.title, b.explanation.title)
    );
  });

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Ids from path and evidence text, never from line numbers or answers: the same in every run over the same code. */
function name(drafts: readonly Draft[], guide: Guide, notices: Notice[]): Finding[] {
  const ordinals = new Map<string, number>();
  const ids = drafts.map(({ rule, explanation }) => {
    const [first] = explanation.evidence;
    const key = [rule.meta.id, first.path, first.excerpt.replace(/\s+/g, '')].join('\n');
    const ordinal = ordinals.get(key) ?? 0;
    ordinals.set(key, ordinal + 1);
    return `${rule.meta.id}/${bytesToHex(sha256(utf8ToBytes(`${key}\n${ordinal}`))).slice(0, 12)}`;
  });
  const place = (rule: string, at: { path: FilePath; span: { start: number; end: number } }) =>
    `${rule}\n${at.path}\n${at.span.start}\n${at.span.end}`;
  const byPlace = new Map(drafts.map((d, i) => [place(d.rule.meta.id, d.explanation.evidence[0]), ids[i]!]));
  return drafts.map(({ rule, explanation, fixes, settledBy }, i) => ({
    id: ids[i]!,
    rule: rule.meta.id,
    step: rule.meta.step,
    source: new URL(rule.meta.source, guide.source).href,
    title: explanation.title,
    message: explanation.message,
    severity: explanation.severity,
    confidence: explanation.confidence,
    projects: explanation.projects,
    evidence: explanation.evidence,
    ...(explanation.table && { table: explanation.table }),
    fixes: fixes.flatMap(({ onBoth: _, ...fix }): Fix[] => {
      const requires = (fix.requires ?? []).map((r) => ({ finding: byPlace.get(place(r.rule, r.at)), fix: r.fix }));
      if (requires.some(({ finding }) => finding === undefined)) {
        notices.push(ruleFailed(rule, new Error(`fix ${fix.id} requires a finding that is not there`)));
        return [];
      }
      return [{ ...fix, requires: requires as Fix['requires'] }];
    }),
    ...(explanation.scripts && { scripts: explanation.scripts }),
    ...(explanation.keyNames && { keyNames: explanation.keyNames }),
    ...(explanation.packageMove && { packageMove: explanation.packageMove }),
    ...(explanation.tableChange && { tableChange: explanation.tableChange }),
    ...(settledBy && { settledBy }),
  }));
}

const ruleFailed = (rule: Rule, error: unknown): Notice => ({
  code: 'rule-failed',
  path: null,
  line: null,
  message: `The rule ${rule.meta.id} stopped with an error, so what it looks for was not checked: ${error instanceof Error ? error.message : String(error)}`,
});

function coverageOf(
  item: Guide['coverage'][number],
  guide: Guide,
  drafts: readonly Draft[],
  options: RunOptions,
): CoverageState {
  const about = ({ rule, explanation }: Draft) => (explanation.items ?? rule.meta.covers).includes(item.item);
  const found = drafts.find(about);
  const rules = guide.rules.filter(({ meta }) => meta.covers.includes(item.item));
  const rule = found?.rule ?? rules.find((r) => isInReach(r, options)) ?? rules[0];
  const state = (state: CoverageState['state'], why: string | null = null): CoverageState => ({
    item: item.item,
    title: item.title,
    rule: rule?.meta.id ?? null,
    state,
    why,
  });
  if (found) return state('found');
  if (!rule) return state(item.unruled?.state ?? 'not-looked-for', item.unruled?.why ?? 'No rule looks for it yet.');
  if (!isInReach(rule, options)) return state('not-looked-for', `It is not part of ${options.target}.`);
  return state('nothing-found');
}
