import type { Facts } from '../facts/facts.ts';
import type { FilePath } from '../workspace/file-path.ts';
import type { Explanation, FixDraft, StepId } from './finding.ts';
import type { Question } from './question.ts';

export interface RuleMeta {
  readonly id: string; // = folder name
  readonly step: StepId;
  readonly title: string;
  readonly source: string; // '#…' on the guide's page, or an absolute URL
  readonly covers: readonly string[]; // items of the guide's coverage list
  readonly applies: { readonly since: string; readonly until?: string };
  /** C# names whose files matter to this rule; only files with one of them are parsed. */
  readonly names?: readonly string[];
  /** Those whose files matter only where nullable annotations can be on. */
  readonly nullableNames?: readonly string[];
}

export interface RuleContext {
  readonly facts: Facts;
  /** The answer that counts for this rule's question: given, else assumed. */
  answer(id: string, project: FilePath | null): { readonly answer: string; readonly isAssumed: boolean };
  readonly target: string; // 6.3.x
}

export interface Rule<Match = unknown> {
  readonly meta: RuleMeta;
  questions?(facts: Facts): Iterable<Question>;
  detect(context: RuleContext): Iterable<Match>;
  explain(match: Match, context: RuleContext): Explanation;
  /** The one that fits the answers first. Absent or empty: a person must act. */
  fix?(match: Match, context: RuleContext): readonly FixDraft[];
  /** The question that settles this match when it has been given an answer. */
  settledBy?(match: Match, context: RuleContext): { readonly question: string; readonly project: FilePath | null };
}

export const defineRule = <Match>(rule: Rule<Match>): Rule<Match> => rule;
