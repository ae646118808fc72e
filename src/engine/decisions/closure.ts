import type { Finding, Fix, Requirement } from '../rules/finding.ts';
import type { Decision, Decisions } from './decision.ts';

export const fixOf = (finding: Finding, fix: string): Fix | undefined => finding.fixes.find(({ id }) => id === fix);

/**
 * Everything that moves with one fix, the fix itself first.
 * null: it can't be accepted, because it or a member names no fix, or two members want different fixes of one finding.
 */
export function closureOf(findings: readonly Finding[], start: Requirement): readonly Requirement[] | null {
  const chosen = new Map<string, string>();
  const waiting = [start];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { finding: id, fix } = next;
    const already = chosen.get(id);
    if (already === fix) continue;
    const found = findings.find((finding) => finding.id === id);
    const member = found && fixOf(found, fix);
    if (already !== undefined || !member) return null;
    chosen.set(id, fix);
    waiting.push(...member.requires);
  }
  return [...chosen].map(([finding, fix]) => ({ finding, fix }));
}

export const isAccepted = (decision: Decision | undefined, fix: string) =>
  decision?.kind === 'accept' && decision.fix === fix;

/** The accepted fixes, in the order of the findings. */
export const acceptedFixes = (findings: readonly Finding[], decisions: Decisions): readonly Requirement[] =>
  findings.flatMap(({ id }) => {
    const decision = decisions.get(id);
    return decision?.kind === 'accept' ? [{ finding: id, fix: decision.fix }] : [];
  });

/** Is every accepted fix accepted with all that moves with it? */
export const isWhole = (findings: readonly Finding[], decisions: Decisions): boolean =>
  acceptedFixes(findings, decisions).every((fix) =>
    closureOf(findings, fix)?.every((member) => isAccepted(decisions.get(member.finding), member.fix)),
  );
