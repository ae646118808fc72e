import { describe, expect, it } from 'vitest';
import { madeUpGuide } from '../../testing/made-up-report.ts';
import { workspaceOfTexts } from '../../testing/workspace-from.ts';
import type { Facts } from '../facts/facts.ts';
import type { Confidence } from '../workspace/confidence.ts';
import type { FilePath } from '../workspace/file-path.ts';
import { type SourceFile, sourceOf } from '../workspace/workspace.ts';
import { evidence } from './evidence.ts';
import type { FixDraft, Severity, StepId } from './finding.ts';
import { defineRule, type Rule } from './rule.ts';
import { runRules } from './run-rules.ts';

const path = 'A.cs' as FilePath;
const workspace = workspaceOfTexts({ [path]: 'one two\none' });
const source = sourceOf(workspace.files.get(path)!) as SourceFile;
const project = 'App.csproj' as FilePath;

const factsAt = (version: string | null, hasProjects = true) =>
  ({
    workspace,
    csharp: { readersOf: () => [], isReadAlike: () => true },
    hasProjects,
    projects: [{ path: project, product: version === null ? null : { version, isDirect: true } }],
  }) as unknown as Facts;

interface Parts {
  readonly id?: string;
  readonly step?: StepId;
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  readonly since?: string;
  readonly fix?: (start: number) => readonly FixDraft[];
}

/** Finds every `one`. */
const ruleWith = ({
  id = 'one-changed',
  step = 'breaking-changes',
  severity = 'breaks-build',
  confidence = 'certain',
  since = '6.3.0',
  fix,
}: Parts): Rule =>
  defineRule<number>({
    meta: { id, step, title: 'One', source: '#one', covers: ['A01'], applies: { since } },
    detect: () => [...source.text.matchAll(/one/g)].map(({ index }) => index),
    explain: (start) => ({
      title: 'One',
      message: '',
      severity,
      confidence,
      projects: [project],
      evidence: [evidence(source, { start, end: start + 3 }, 'is one')],
    }),
    ...(fix && { fix: (start: number) => fix(start) }),
  }) as Rule;

const run = (rules: readonly Rule[], facts: Facts, target = '6.3.10', ignoreGates = false) =>
  runRules({ ...madeUpGuide, rules, coverage: [{ item: 'A01', title: 'One' }] }, facts, {
    answers: new Map(),
    target,
    ignoreGates,
  });
const safe: FixDraft = { id: 'mend', title: 'Mend', changes: [], safety: 'safe' };

describe('which findings are told', () => {
  const count = (parts: Parts, version: string | null, target?: string) =>
    run([ruleWith(parts)], factsAt(version), target).findings.length;

  it.each([
    ['breaks-build', '6.2.0', 2],
    ['breaks-build', '6.3.10', 2],
    ['changes-behaviour', '6.2.5', 2],
    ['changes-behaviour', '[6.2.0,6.3.0)', 2],
    ['changes-behaviour', '6.3.0', 0],
    ['changes-behaviour', null, 2],
    ['breaks-build', '5.2.3', 0],
    ['breaks-run', '7.0.4', 0],
  ] as const)('%s at %s: %i', (severity, version, told) => {
    expect(count({ severity }, version)).toBe(told);
  });

  it('lets the step about packages speak of 5.x', () => {
    expect(count({ step: 'packages', severity: 'advice' }, '5.2.3')).toBe(2);
  });

  it('leaves out what a lower target does not bring, and says so', () => {
    const { findings, coverage } = run([ruleWith({ since: '6.3.7' })], factsAt('6.2.0'), '6.3.6');
    expect(findings).toEqual([]);
    expect(coverage[0]).toMatchObject({ state: 'not-looked-for', why: 'It is not part of 6.3.6.' });
  });

  it('looks at everything where a test asks for that', () => {
    expect(run([ruleWith({ severity: 'changes-behaviour' })], factsAt('6.3.10'), '6.3.10', true).findings).toHaveLength(
      2,
    );
  });
});

describe('how sure a finding is', () => {
  it('offers nothing as safe where it is only possible', () => {
    const [finding] = run([ruleWith({ confidence: 'possible', fix: () => [safe] })], factsAt('6.2.0')).findings;
    expect(finding!.fixes[0]).toMatchObject({ safety: 'review', caution: expect.any(String) });
  });

  it('is never certain without a project file', () => {
    expect(run([ruleWith({})], factsAt(null, false)).findings[0]!.confidence).toBe('likely');
  });
});

describe('ids', () => {
  it('tell equal places apart, and do not depend on where in the file they stand', () => {
    const ids = run([ruleWith({})], factsAt('6.2.0')).findings.map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(2);
    expect(ids.every((id) => /^one-changed\/[0-9a-f]{12}$/.test(id))).toBe(true);
  });

  it('resolve what a fix requires to the finding at that place', () => {
    const needs = (start: number): FixDraft[] => [
      { ...safe, requires: [{ rule: 'other-changed', at: { path, span: { start, end: start + 3 } }, fix: 'mend' }] },
    ];
    const { findings } = run(
      [ruleWith({ fix: needs }), ruleWith({ id: 'other-changed', fix: () => [safe] })],
      factsAt('6.2.0'),
    );
    const [first, other] = findings;
    expect(first!.fixes[0]!.requires).toEqual([{ finding: other!.id, fix: 'mend' }]);
  });

  it('drop a fix that requires what is not there, with a notice', () => {
    const needs = (): FixDraft[] => [
      { ...safe, requires: [{ rule: 'nowhere', at: { path, span: { start: 0, end: 1 } }, fix: 'mend' }] },
    ];
    const { findings, notices } = run([ruleWith({ fix: needs })], factsAt('6.2.0'));
    expect(findings[0]!.fixes).toEqual([]);
    expect(notices[0]!.code).toBe('rule-failed');
  });
});

it('names a rule that throws, and goes on with the others', () => {
  const broken: Rule = {
    ...ruleWith({ id: 'broken' }),
    detect: () => {
      throw new Error('oops');
    },
  };
  const { findings, notices } = run([broken, ruleWith({})], factsAt('6.2.0'));
  expect(findings).toHaveLength(2);
  expect(
    notices.map(({ code, message }) => `${code}: ${message.includes('broken') && message.includes('oops')}`),
  ).toEqual(['rule-failed: true']);
});
