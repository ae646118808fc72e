import type { Finding, Requirement } from '../rules/finding.ts';
import { closureOf, isAccepted } from './closure.ts';
import type { Decision, Decisions } from './decision.ts';

/** Accepts the fix and all that moves with it; what stood on another choice for one of them becomes undecided. */
export function accept(
  findings: readonly Finding[],
  decisions: Decisions,
  choice: Requirement,
  by: 'default' | 'user' = 'user',
): Decisions {
  const closure = closureOf(findings, choice);
  if (closure === null) return decisions;
  const next = new Map(decisions);
  for (const { finding, fix } of closure) next.set(finding, { kind: 'accept', fix, by });
  return withoutBroken(findings, next);
}

/** What needs the declined one becomes undecided: a set is accepted whole or not at all. */
export function decline(findings: readonly Finding[], decisions: Decisions, id: Finding['id'], reason?: string) {
  return settle(findings, decisions, id, { kind: 'decline', by: 'user', ...(reason === undefined ? {} : { reason }) });
}

export function leaveByHand(findings: readonly Finding[], decisions: Decisions, id: Finding['id']): Decisions {
  return settle(findings, decisions, id, { kind: 'by-hand', by: 'user' });
}

/** Back to undecided; a finding without a fix goes back to by-hand, its default. */
export function withdraw(findings: readonly Finding[], decisions: Decisions, id: Finding['id']): Decisions {
  const finding = findings.find((candidate) => candidate.id === id);
  if (finding?.fixes.length === 0) return settle(findings, decisions, id, { kind: 'by-hand', by: 'default' });
  const next = new Map(decisions);
  next.delete(id);
  return withoutBroken(findings, next);
}

function settle(findings: readonly Finding[], decisions: Decisions, id: Finding['id'], decision: Decision): Decisions {
  return withoutBroken(findings, new Map(decisions).set(id, decision));
}

function withoutBroken(findings: readonly Finding[], decisions: Decisions): Decisions {
  const isWhole = ([finding, decision]: readonly [string, Decision]) =>
    decision.kind !== 'accept' ||
    (closureOf(findings, { finding, fix: decision.fix })?.every((member) =>
      isAccepted(decisions.get(member.finding), member.fix),
    ) ??
      false);
  return new Map([...decisions].filter(isWhole));
}
