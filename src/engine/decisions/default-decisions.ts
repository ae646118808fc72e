import type { Analysis } from '../analysis.ts';
import type { Finding, Requirement } from '../rules/finding.ts';
import { acceptedFixes, closureOf, fixOf, isAccepted } from './closure.ts';
import type { Decision, Decisions } from './decision.ts';

/** `safe`: what a careful colleague would apply unasked. `all`: the first fix of every finding. Never a fix that isn't first. */
export type Policy = 'safe' | 'all' | 'none';

/** Pairs among the fixes that can't both be applied; `patch` knows. */
export type ConflictCheck = (fixes: readonly Requirement[]) => readonly (readonly [Requirement, Requirement])[];

type Analysed = Pick<Analysis, 'findings' | 'questions'>;

/**
 * What holds before anyone looks: the given decisions, then what given answers settle, then what the policy accepts.
 * Of two that can't both be applied the later one stays undecided; given decisions are taken as they are.
 */
export function defaultDecisions(
  analysis: Analysed,
  policy: Policy,
  given: Decisions,
  conflictsAmong: ConflictCheck,
): Decisions {
  const { findings } = analysis;
  const decisions = new Map<string, Decision>(given);
  for (const { id, fixes } of findings) {
    if (fixes.length === 0 && !decisions.has(id)) decisions.set(id, { kind: 'by-hand', by: 'default' });
  }
  const answered = findings.filter((finding) => isAnswered(analysis, finding));
  acceptFirst(findings, decisions, answered, 'user', conflictsAmong);
  const favoured = findings.filter((finding) => isFavoured(findings, finding, policy));
  acceptFirst(findings, decisions, favoured, 'default', conflictsAmong);
  return decisions;
}

function isAnswered({ questions }: Analysed, { settledBy }: Finding): boolean {
  return (
    settledBy !== undefined &&
    questions.some(
      ({ id, project, isAssumed }) => id === settledBy.question && project === settledBy.project && !isAssumed,
    )
  );
}

function isFavoured(findings: readonly Finding[], finding: Finding, policy: Policy): boolean {
  if (policy === 'none') return false;
  const closure = firstClosure(findings, finding);
  return (
    closure?.every((member) => isFirst(findings, member) && (policy === 'all' || isSafe(findings, member))) ?? false
  );
}

const isFirst = (findings: readonly Finding[], { finding, fix }: Requirement) =>
  findings.find(({ id }) => id === finding)?.fixes[0]?.id === fix;

export function isSafe(findings: readonly Finding[], { finding, fix }: Requirement): boolean {
  const found = findings.find(({ id }) => id === finding);
  return found !== undefined && found.confidence !== 'possible' && fixOf(found, fix)?.safety === 'safe';
}

function firstClosure(findings: readonly Finding[], { id, fixes }: Finding) {
  return fixes[0] ? closureOf(findings, { finding: id, fix: fixes[0].id }) : null;
}

/** Takes the closures of the first fixes in the order of the report, each whole or not at all. */
function acceptFirst(
  findings: readonly Finding[],
  decisions: Map<string, Decision>,
  candidates: readonly Finding[],
  by: 'default' | 'user',
  conflictsAmong: ConflictCheck,
): void {
  const isFree = ({ finding, fix }: Requirement) => !decisions.has(finding) || isAccepted(decisions.get(finding), fix);
  const take = ({ finding, fix }: Requirement) => {
    if (!decisions.has(finding)) decisions.set(finding, { kind: 'accept', fix, by });
  };
  const closures = candidates
    .filter(({ id }) => !decisions.has(id))
    .map((finding) => firstClosure(findings, finding))
    .filter((closure) => closure !== null);

  // Nearly always nothing collides: one look at all of them together then stands for one look at each.
  const whole = closures.filter((closure) => closure.every(isFree));
  const areAllCompatible =
    conflictsAmong(distinct([...acceptedFixes(findings, decisions), ...whole.flat()])).length === 0;
  for (const closure of whole) {
    const fits = areAllCompatible || !collides(closure, acceptedFixes(findings, decisions), conflictsAmong);
    if (fits && closure.every(isFree)) closure.forEach(take);
  }
}

export function collides(
  closure: readonly Requirement[],
  accepted: readonly Requirement[],
  conflictsAmong: ConflictCheck,
): boolean {
  const isMember = ({ finding }: Requirement) => closure.some((member) => member.finding === finding);
  return conflictsAmong(distinct([...accepted, ...closure])).some((pair) => pair.some(isMember));
}

export function distinct(fixes: readonly Requirement[]): readonly Requirement[] {
  return [...new Map(fixes.map((fix) => [`${fix.finding} ${fix.fix}`, fix])).values()];
}
