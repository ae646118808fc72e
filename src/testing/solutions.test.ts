import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { conflictsOf } from '../engine/patch/plan-patch.ts';
import { runRules } from '../engine/rules/run-rules.ts';
import guide from '../guides/v6_2-to-v6_3/guide.ts';
import { accepting, differences, patched } from './accepted.ts';
import { factsOf } from './facts-of.ts';
import { foldersIn } from './rule-cases.ts';
import { filesIn, solutions, workspaceOf } from './workspace-from.ts';

interface Truth {
  readonly kind: 'break' | 'near-miss';
  readonly mustNotTouch: readonly string[];
  readonly errorsOn6310: readonly CompilerError[];
  /** In projects that the compiler doesn't come to while one they reference fails. */
  readonly errorsHiddenByOthers?: readonly CompilerError[];
  readonly runtimeBreaks: readonly { readonly file: string; readonly line: number; readonly what: string }[];
}
interface CompilerError {
  readonly file: string;
  readonly line: number;
  readonly code: string;
}

const folder = join(solutions, 'cases/csharp');
const truthOf = (name: string) => JSON.parse(readFileSync(join(folder, name, 'truth.json'), 'utf8')) as Truth;

describe.each(foldersIn(folder))('the solution %s', (name) => {
  const truth = truthOf(name);
  const workspace = workspaceOf(new Map([...filesIn(join(folder, name))].filter(([path]) => path !== 'truth.json')));
  const findings = async () =>
    runRules(guide, await factsOf(guide, workspace), { answers: new Map(), target: guide.defaultTarget }).findings;

  it('keeps what must not be touched, with everything accepted', async () => {
    const all = await findings();
    const choices = all.flatMap(({ id, fixes }) => (fixes[0] ? [{ finding: id, fix: fixes[0].id }] : []));
    const decisions = accepting(all, choices);
    expect(conflictsOf(all, decisions, workspace)).toEqual([]);
    const before = new Map([...workspace.files].map(([path, { bytes }]) => [path, bytes]));
    const changed = differences(before, patched(workspace, all, decisions));
    expect(changed.filter((path) => truth.mustNotTouch.includes(path))).toEqual([]);
    expect(truth.mustNotTouch.filter((path) => !before.has(path as never))).toEqual([]);
  });

  it('breaks the build where the compiler says so, and nowhere else', async () => {
    const told = (await findings())
      .filter(({ severity, step }) => severity === 'breaks-build' && step === 'breaking-changes')
      .flatMap(({ evidence: [first] }) => `${first.path}:${first.line}`);
    const real = [...truth.errorsOn6310, ...(truth.errorsHiddenByOthers ?? [])].map(
      ({ file, line }) => `${file}:${line}`,
    );
    expect(told.sort()).toEqual(real.sort());
  });

  it('tells what fails, or does something else, without an error', async () => {
    const told = (await findings())
      .filter(({ severity }) => severity === 'breaks-run' || severity === 'changes-behaviour')
      .flatMap(({ evidence }) => evidence.map(({ path, line }) => `${path}:${line}`));
    expect(truth.runtimeBreaks.filter(({ file, line }) => !told.includes(`${file}:${line}`))).toEqual([]);
  });

  it('breaks nothing in a near miss', async () => {
    const told = (await findings()).filter(
      ({ severity, step }) => step === 'breaking-changes' && severity.startsWith('breaks-'),
    );
    if (truth.kind === 'near-miss') expect(told.map(({ rule }) => rule)).toEqual([]);
  });
});
