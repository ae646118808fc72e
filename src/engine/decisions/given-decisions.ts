import type { Finding } from '../rules/finding.ts';
import { closureOf, fixOf } from './closure.ts';
import type { Decision, Decisions } from './decision.ts';
import type { ConflictCheck } from './default-decisions.ts';

/** `{ "<finding id>": "<fix id>" | "decline" | "by-hand" }`, checked against what was found; `problem` is one sentence. */
export type GivenDecisions =
  | { readonly kind: 'decisions'; readonly decisions: Decisions }
  | { readonly kind: 'problem'; readonly problem: string };

/** What the accepted ones require is accepted with them. */
export function readGivenDecisions(
  findings: readonly Finding[],
  given: unknown,
  conflictsAmong: ConflictCheck,
): GivenDecisions {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    return problem('the decisions must be a JSON object of finding ids and choices');
  }
  const entries = Object.entries(given);
  for (const [id, choice] of entries) {
    const objection = objectionTo(findings, id, choice);
    if (objection !== null) return problem(objection);
  }
  const stated = new Map(entries.map(([id, choice]) => [id, decisionFor(String(choice))]));
  const decisions = new Map<string, Decision>(stated);
  for (const { id } of findings) {
    const decision = stated.get(id);
    if (decision?.kind !== 'accept') continue;
    const closure = closureOf(findings, { finding: id, fix: decision.fix });
    if (closure === null) return problem(`what ${id} = ${decision.fix} requires contradicts itself`);
    for (const member of closure) {
      const other = decisions.get(member.finding);
      if (other !== undefined && !(other.kind === 'accept' && other.fix === member.fix)) {
        return problem(
          `${id} = ${decision.fix} requires ${member.finding} = ${member.fix}, but the decisions say ${member.finding} = ${chosenName(other)}`,
        );
      }
      decisions.set(member.finding, { kind: 'accept', fix: member.fix, by: 'user' });
    }
  }
  const [clash] = conflictsAmong(
    findings.flatMap(({ id }) => {
      const decision = decisions.get(id);
      return decision?.kind === 'accept' ? [{ finding: id, fix: decision.fix }] : [];
    }),
  );
  if (clash) {
    const [one, other] = clash.map(({ finding, fix }) => `${finding} = ${fix}`);
    return problem(
      one === other
        ? `${one} can't be applied: the file can't take what it would write`
        : `${one} and ${other} can't both be applied: they change the same place`,
    );
  }
  return { kind: 'decisions', decisions };
}

const problem = (sentence: string): GivenDecisions => ({ kind: 'problem', problem: sentence });

function objectionTo(findings: readonly Finding[], id: string, choice: unknown): string | null {
  const finding = findings.find((candidate) => candidate.id === id);
  if (!finding) return `the decisions name ${id}, and there is no such finding; the known ones are ${known(findings)}`;
  if (choice === 'decline' || choice === 'by-hand') return null;
  if (typeof choice === 'string' && choice !== 'undecided' && fixOf(finding, choice)) return null;
  const choices = [...finding.fixes.map((fix) => fix.id), 'decline', 'by-hand'];
  return `the decisions say ${id} = ${JSON.stringify(choice)}; the known choices are ${choices.join(', ')}`;
}

const known = (findings: readonly Finding[]) => findings.map(({ id }) => id).join(', ') || 'none';

const decisionFor = (choice: string): Decision =>
  choice === 'decline' || choice === 'by-hand'
    ? { kind: choice, by: 'user' }
    : { kind: 'accept', fix: choice, by: 'user' };

const chosenName = (decision: Decision) => (decision.kind === 'accept' ? decision.fix : decision.kind);
