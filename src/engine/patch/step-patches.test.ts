import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import guide from '../../guides/v6_2-to-v6_3/guide.ts';
import { accepting, patched } from '../../testing/accepted.ts';
import { factsOf } from '../../testing/facts-of.ts';
import { filesIn, solutions, workspaceOf } from '../../testing/workspace-from.ts';
import { runRules } from '../rules/run-rules.ts';
import { stepPatches } from './step-patches.ts';

const steps = guide.steps.map(({ id }) => id);

it('come to the same bytes as the whole, when git applies one after the other', async () => {
  const workspace = workspaceOf(filesIn(join(solutions, 'harbour-shop/before')));
  const { findings } = runRules(guide, await factsOf(guide, workspace), {
    answers: new Map(),
    target: guide.defaultTarget,
  });
  const choices = findings.flatMap(({ id, fixes }) => (fixes[0] ? [{ finding: id, fix: fixes[0].id }] : []));
  const decisions = accepting(findings, choices);
  const patches = stepPatches(findings, decisions, steps, workspace);
  expect(patches.map(({ step }) => step)).toEqual(['packages', 'schema', 'breaking-changes']);

  const folder = mkdtempSync(join(tmpdir(), 'wizard-steps-'));
  execFileSync('git', ['init', '-q', folder]);
  for (const [path, { bytes }] of workspace.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  for (const { patch } of patches) {
    execFileSync('git', ['-C', folder, '-c', 'core.autocrlf=false', 'apply', '--whitespace=nowarn'], { input: patch });
  }
  const whole = patched(workspace, findings, decisions);
  const differing = [...whole].filter(([path, bytes]) => !readFileSync(join(folder, path)).equals(bytes));
  expect(differing.map(([path]) => path)).toEqual([]);
  rmSync(folder, { recursive: true });
});

it('are none where nothing is accepted', () => {
  expect(stepPatches([], new Map(), steps, workspaceOf(new Map()))).toEqual([]);
});
