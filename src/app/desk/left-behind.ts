import type { Decisions } from '../../engine/decisions/decision.ts';
import type { Finding } from '../../engine/rules/finding.ts';

/** Packages that stay, while an accepted edit raises others of their family in projects that belong together with theirs. */
export function leftBehind(findings: readonly Finding[], decisions: Decisions): readonly Finding[] {
  const kindOf = ({ id }: Finding) => decisions.get(id)?.kind ?? 'open';
  const raised = new Set(
    findings
      .filter((finding) => kindOf(finding) === 'accept')
      .flatMap(({ packageMove }) => packageMove?.together ?? []),
  );
  return findings.filter(
    (finding) =>
      finding.packageMove?.together !== undefined &&
      finding.severity !== 'advice' &&
      ['open', 'decline'].includes(kindOf(finding)) &&
      finding.projects.some((project) => raised.has(project)),
  );
}
