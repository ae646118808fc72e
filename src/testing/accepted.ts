import { closureOf } from '../engine/decisions/closure.ts';
import type { Decision, Decisions } from '../engine/decisions/decision.ts';
import { applyPatch } from '../engine/patch/apply-patch.ts';
import { planPatch } from '../engine/patch/plan-patch.ts';
import type { Finding, Requirement } from '../engine/rules/finding.ts';
import type { FilePath } from '../engine/workspace/file-path.ts';
import type { Workspace } from '../engine/workspace/workspace.ts';

/** The choices with all that moves with them. Throws where two of them can't both be taken. */
export function accepting(findings: readonly Finding[], choices: readonly Requirement[]): Decisions {
  const decisions = new Map<string, Decision>();
  for (const choice of choices) {
    const closure = closureOf(findings, choice);
    if (!closure) throw new Error(`${choice.finding} can't be accepted with ${choice.fix}`);
    for (const { finding, fix } of closure) {
      const taken = decisions.get(finding);
      if (taken?.kind === 'accept' && taken.fix !== fix)
        throw new Error(`${finding} is wanted with ${taken.fix} and ${fix}`);
      decisions.set(finding, { kind: 'accept', fix, by: 'user' });
    }
  }
  return decisions;
}

/** Every file as it leaves. Throws where accepted fixes collide. */
export function patched(workspace: Workspace, findings: readonly Finding[], decisions: Decisions) {
  const plan = planPatch(findings, decisions, workspace);
  if (plan.kind === 'conflicted')
    throw new Error(`conflict: ${plan.conflicts.map((c) => JSON.stringify(c)).join('; ')}`);
  const files = new Map<FilePath, Uint8Array>([...workspace.files].map(([path, { bytes }]) => [path, bytes]));
  for (const { path, bytes } of applyPatch(workspace, plan)) files.set(path, bytes);
  return files;
}

/** Paths whose bytes differ, or that only one side has. */
export function differences(a: ReadonlyMap<FilePath, Uint8Array>, b: ReadonlyMap<FilePath, Uint8Array>): FilePath[] {
  const paths = new Set([...a.keys(), ...b.keys()]);
  return [...paths].filter((path) => !sameBytes(a.get(path), b.get(path))).sort();
}

function sameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined) {
  return a !== undefined && b !== undefined && a.length === b.length && a.every((byte, i) => byte === b[i]);
}
