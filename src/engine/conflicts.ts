import type { Analysis } from './analysis.ts';
import type { Decision } from './decisions/decision.ts';
import { conflictsOf } from './patch/plan-patch.ts';
import type { Finding, Requirement } from './rules/finding.ts';
import type { Workspace } from './workspace/workspace.ts';

/** All fixes that can't both be applied, found in one look at every fix of every finding. The later in the report comes second. */
export function conflictingFixes(findings: readonly Finding[], workspace: Workspace): Analysis['conflicts'] {
  const alone = findings.flatMap((finding) =>
    finding.fixes
      .filter(({ changes }) => changes.length > 0)
      .map((fix): [Requirement, Finding] => [
        { finding: finding.id, fix: fix.id },
        { ...finding, fixes: [fix] },
      ]),
  );
  const stand = alone.map(([, finding], i): Finding => ({ ...finding, id: String(i) }));
  const accepted = new Map(
    stand.map(({ id, fixes }): [string, Decision] => [id, { kind: 'accept', fix: fixes[0]?.id ?? '', by: 'default' }]),
  );
  const fixOf = (id: string) => alone[Number(id)]![0];
  const pairs = conflictsOf(stand, accepted, workspace)
    .map(({ claim, against }) => [fixOf((against ?? claim).finding), fixOf(claim.finding)] as const)
    .filter(([one, other]) => one.finding !== other.finding || one.fix === other.fix);
  return [...new Map(pairs.map((pair) => [JSON.stringify(pair), pair])).values()];
}
