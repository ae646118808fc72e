import type { Finding, Requirement } from '../rules/finding.ts';
import type { Notice } from '../workspace/workspace.ts';
import { acceptedFixes, closureOf } from './closure.ts';
import type { Decisions } from './decision.ts';
import { type ConflictCheck, distinct } from './default-decisions.ts';

/** Why a finding whose first fix could be accepted still stands undecided: what it moves with, or what is in its way. */
export function decisionNotices(
  findings: readonly Finding[],
  decisions: Decisions,
  conflictsAmong: ConflictCheck,
): readonly Notice[] {
  return findings
    .filter(({ id }) => !decisions.has(id))
    .flatMap((finding) => {
      const fix = finding.fixes[0];
      const closure = fix && closureOf(findings, { finding: finding.id, fix: fix.id });
      if (!closure) return [];
      const refused = refusedMember(findings, decisions, closure);
      if (refused)
        return [noticeAt(finding, 'required-finding-declined', refusedSentence(finding, refused, decisions))];
      const rival = rivalOf(findings, decisions, closure, conflictsAmong);
      return rival ? [noticeAt(finding, 'conflict', conflictSentence(finding, rival))] : [];
    });
}

function refusedMember(findings: readonly Finding[], decisions: Decisions, closure: readonly Requirement[]) {
  const member = closure.find(({ finding }) => ['decline', 'by-hand'].includes(decisions.get(finding)?.kind ?? ''));
  return member && findings.find(({ id }) => id === member.finding);
}

/** The accepted finding that this closure can't be applied together with. */
function rivalOf(
  findings: readonly Finding[],
  decisions: Decisions,
  closure: readonly Requirement[],
  conflictsAmong: ConflictCheck,
): Finding | undefined {
  const accepted = acceptedFixes(findings, decisions);
  const isMember = (id: string) => closure.some(({ finding }) => finding === id);
  const otherwise = closure.find(({ finding, fix }) => accepted.some((a) => a.finding === finding && a.fix !== fix));
  const pair = conflictsAmong(distinct([...accepted, ...closure])).find((pair) =>
    pair.some(({ finding }) => isMember(finding)),
  );
  const rival = otherwise?.finding ?? (pair?.find(({ finding }) => !isMember(finding)) ?? pair?.[1])?.finding;
  return findings.find(({ id }) => id === rival);
}

const noticeAt = ({ evidence: [{ path, line }] }: Finding, code: string, message: string): Notice => ({
  code,
  path,
  line,
  message,
});

const named = ({ id, title, evidence: [{ path, line }] }: Finding) => `“${title}” (${id}, ${path}:${line})`;

function refusedSentence(finding: Finding, refused: Finding, decisions: Decisions) {
  const how = decisions.get(refused.id)?.kind === 'decline' ? 'was declined' : 'is left for a person';
  return `${named(finding)} stays undecided: it moves together with ${named(refused)}, which ${how}.`;
}

/** A fix can also be its own rival: where the file has no character for what would be written, or has that name already. */
const conflictSentence = (finding: Finding, rival: Finding) =>
  finding.id === rival.id
    ? `${named(finding)} stays undecided: its edit can't be written into the file as it is.`
    : `${named(finding)} stays undecided: it and ${named(rival)} can't both be applied.`;
