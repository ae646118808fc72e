import type { Analysis } from '../engine/analysis.ts';
import { acceptedFixes, closureOf, fixOf } from '../engine/decisions/closure.ts';
import { conflictCheckFor } from '../engine/decisions/conflict-check.ts';
import type { Decision, Decisions } from '../engine/decisions/decision.ts';
import { defaultDecisions } from '../engine/decisions/default-decisions.ts';
import * as transitions from '../engine/decisions/transitions.ts';
import type { Finding, Requirement, StepId } from '../engine/rules/finding.ts';
import { answerKey, type Question } from '../engine/rules/question.ts';
import { type Choices, choicesIn } from './history.ts';
import { choose, type Ready, ready } from './session.ts';

type State = Pick<Ready, 'analysis' | 'history'>;

/** What holds now: the user's decisions, what given answers settle, and by hand where there is no edit to offer. */
export function decisionsOf(state: State): Decisions {
  return settled(state.analysis, choicesIn(state.history));
}

const settled = lastOnly((analysis: Analysis, { decisions }: Choices): Decisions => {
  const given = new Map([...decisions].filter(([id, decision]) => stillFits(analysis.findings, id, decision)));
  return defaultDecisions(analysis, 'none', given, conflictCheckFor(analysis));
});

/** Another target may know the finding no longer, or offer other fixes. */
function stillFits(findings: readonly Finding[], id: string, decision: Decision): boolean {
  const finding = findings.find((candidate) => candidate.id === id);
  return finding !== undefined && (decision.kind !== 'accept' || fixOf(finding, decision.fix) !== undefined);
}

/**
 * Two fixes that can't both be applied: one the user asks for (or one it brings along), and one that is accepted.
 * Twice the same: its file can't take it at all.
 */
export interface Rivalry {
  readonly wanted: Requirement;
  readonly accepted: Requirement;
}

/** Accepts a fix with what moves with it, unless something accepted is in its way: then nothing happens but the answer. */
export async function accept(finding: Finding, fix: string): Promise<Rivalry | null> {
  const choice = { finding: finding.id, fix };
  const rivalry = rivalryOf(choice);
  if (!rivalry) await decide(`Accept “${finding.title}”`, (findings, now) => transitions.accept(findings, now, choice));
  return rivalry;
}

/** Gives up the accepted one and takes the wanted one, as one step. */
export function acceptInstead(finding: Finding, fix: string, rivalry: Rivalry): Promise<void> {
  return decide(`Accept “${finding.title}” instead`, (findings, now) =>
    transitions.accept(findings, transitions.withdraw(findings, now, rivalry.accepted.finding), {
      finding: finding.id,
      fix,
    }),
  );
}

function rivalryOf(choice: Requirement): Rivalry | null {
  const state = ready();
  const { findings } = state.analysis;
  const closure = closureOf(findings, choice);
  if (!closure) return null;
  const isMember = ({ finding }: Requirement) => closure.some((member) => member.finding === finding);
  const others = acceptedFixes(findings, decisionsOf(state)).filter((fix) => !isMember(fix));
  for (const [one, other] of conflictCheckFor(state.analysis)([...others, ...closure])) {
    if (isMember(one)) return { wanted: one, accepted: other };
    if (isMember(other)) return { wanted: other, accepted: one };
  }
  return null;
}

export const decline = ({ id, title }: Finding) =>
  decide(`Decline “${title}”`, (findings, now) => transitions.decline(findings, now, id));

export const leaveByHand = ({ id, title }: Finding) =>
  decide(`Leave “${title}” to be done by hand`, (findings, now) => transitions.leaveByHand(findings, now, id));

/** Back to open. Where an answer settled it, the answer is taken back, or it would be settled again. */
export function reopen({ id, title, settledBy }: Finding): Promise<void> {
  const state = ready();
  const { answers } = choicesIn(state.history);
  const key = settledBy && answerKey(settledBy.question, settledBy.project);
  const decisions = transitions.withdraw(state.analysis.findings, decisionsOf(state), id);
  const isAnswered = key !== undefined && answers.has(key);
  const rest = isAnswered ? new Map([...answers].filter(([each]) => each !== key)) : answers;
  return choose({ what: `Reopen “${title}”`, choices: { decisions, answers: rest } });
}

/** What “Accept safe” would take, in one step or in all. */
export function safeFixes(state: State, step: StepId | null): readonly Requirement[] {
  const { findings } = state.analysis;
  const now = decisionsOf(state);
  const after = withSafe(state.analysis, now);
  return acceptedFixes(findings, after).filter(
    ({ finding }) => !now.has(finding) && (step === null || findings.find(({ id }) => id === finding)?.step === step),
  );
}

const withSafe = lastOnly(
  (analysis: Analysis, now: Decisions): Decisions =>
    defaultDecisions(analysis, 'safe', now, conflictCheckFor(analysis)),
);

export function acceptSafe(step: StepId | null): Promise<void> {
  const fixes = safeFixes(ready(), step);
  return decide(`Accept ${fixes.length} safe`, (findings, now) =>
    fixes.reduce((decisions, fix) => transitions.accept(findings, decisions, fix), now),
  );
}

/** null takes the answer back. Findings it settles follow the answer, not what was chosen before. */
export function answer(question: Question, value: string | null): Promise<void> {
  const { analysis, history } = ready();
  const choices = choicesIn(history);
  const answers = new Map(choices.answers);
  const key = answerKey(question.id, question.project);
  if (value === null) answers.delete(key);
  else answers.set(key, value);
  const decisions = settledByIt(analysis.findings, question).reduce(
    (now, { id }) => transitions.withdraw(analysis.findings, now, id),
    choices.decisions,
  );
  const what = value === null ? 'Take back an answer' : `Answer “${question.title}”`;
  return choose({ what, choices: { decisions, answers } });
}

export const settledByIt = (findings: readonly Finding[], { id, project }: Question) =>
  findings.filter(({ settledBy }) => settledBy?.question === id && settledBy.project === project);

function decide(what: string, transition: (findings: readonly Finding[], now: Decisions) => Decisions): Promise<void> {
  const state = ready();
  const { answers } = choicesIn(state.history);
  const decisions = transition(state.analysis.findings, decisionsOf(state));
  return choose({ what, choices: { decisions, answers } });
}

/** Remembers the last result: many components ask the same of one state. */
function lastOnly<A, B, T>(compute: (a: A, b: B) => T): (a: A, b: B) => T {
  let last: { readonly a: A; readonly b: B; readonly value: T } | null = null;
  return (a, b) => {
    if (last?.a !== a || last.b !== b) last = { a, b, value: compute(a, b) };
    return last.value;
  };
}
