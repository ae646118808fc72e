import type { Decisions } from '../decisions/decision.ts';
import { invariant } from '../errors.ts';
import type { Finding, StepId } from '../rules/finding.ts';
import type { PatchedFile } from '../workspace/patched-file.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { applyPatch } from './apply-patch.ts';
import { planPatch } from './plan-patch.ts';
import { renderChanges } from './render-patch.ts';

/** What one step changes, to be applied on top of the steps before it. */
export interface StepPatch {
  readonly step: StepId;
  readonly patch: Uint8Array;
}

/** The patch in parts, for a commit per step; applied in this order they come to the same bytes. */
export function stepPatches(
  findings: readonly Finding[],
  decisions: Decisions,
  steps: readonly StepId[],
  workspace: Workspace,
): StepPatch[] {
  let earlier: ReadonlyMap<string, PatchedFile> = new Map();
  return steps.flatMap((step, at) => {
    const done = steps.slice(0, at + 1);
    const taken = findings.filter((finding) => done.includes(finding.step) && decisions.has(finding.id));
    const plan = planPatch(findings, new Map(taken.map(({ id }) => [id, decisions.get(id)!])), workspace);
    invariant(plan.kind === 'ready', 'a part of what can be applied together can be applied');
    const now = applyPatch(workspace, plan);
    const before = (file: PatchedFile) => earlier.get(file.path)?.bytes ?? (file.kind === 'edit' ? file.before : null);
    const changes = now.map((file) => ({
      path: file.path,
      before: before(file),
      after: file.bytes,
      isExecutable: file.kind === 'add' && file.isExecutable,
    }));
    earlier = new Map(now.map((file) => [file.path, file]));
    const patch = renderChanges(changes);
    return patch.length === 0 ? [] : [{ step, patch }];
  });
}
