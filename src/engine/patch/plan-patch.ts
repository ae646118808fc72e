import type { Decisions } from '../decisions/decision.ts';
import type { Finding, NonEmpty } from '../rules/finding.ts';
import type { NewFile, TextEdit } from '../workspace/change.ts';
import type { FilePath } from '../workspace/file-path.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { acceptedChanges, type Claim, claimedEdits, claimedFiles } from './claims.ts';
import { type Conflict, findConflicts } from './conflicts.ts';

export type PatchPlan = ReadyPlan | { readonly kind: 'conflicted'; readonly conflicts: NonEmpty<Conflict> };

/** Sorted by path and position, disjoint, nothing that changes nothing. `findings` in the order of the report. */
export interface ReadyPlan {
  readonly kind: 'ready';
  readonly edits: ReadonlyMap<FilePath, readonly PlannedEdit[]>;
  readonly added: readonly PlannedFile[];
}

export type PlannedEdit = TextEdit & { readonly findings: readonly string[] };
export type PlannedFile = NewFile & { readonly findings: readonly string[] };

/** What the accepted fixes come to. A function of the set of decisions: their order does not matter. */
export function planPatch(findings: readonly Finding[], decisions: Decisions, workspace: Workspace): PatchPlan {
  const changes = acceptedChanges(findings, decisions);
  const { edits, disputes } = claimedEdits(changes, workspace);
  const files = claimedFiles(changes);
  const [conflict, ...others] = findConflicts(edits, disputes, files, workspace);
  if (conflict) return { kind: 'conflicted', conflicts: [conflict, ...others] };

  const planned = new Map<FilePath, PlannedEdit[]>();
  for (const { path, span, newText, claims } of edits) {
    const ofFile = planned.get(path) ?? [];
    ofFile.push({ kind: 'edit', path, span, newText, findings: findingsOf(claims) });
    planned.set(path, ofFile);
  }
  const added = files.map(({ claims, ...file }) => ({ ...file, findings: findingsOf(claims) }));
  return { kind: 'ready', edits: planned, added };
}

/** In the order in which findings have to give way: by the later finding of each. Empty where all can be written. */
export function conflictsOf(
  findings: readonly Finding[],
  decisions: Decisions,
  workspace: Workspace,
): readonly Conflict[] {
  const plan = planPatch(findings, decisions, workspace);
  return plan.kind === 'conflicted' ? plan.conflicts : [];
}

const findingsOf = (claims: readonly Claim[]) => [...new Set(claims.map(({ finding }) => finding))];
