import { describe, expect, it } from 'vitest';
import { madeUpFinding as finding, requirement, reviewFix, safeFix } from '../../testing/made-up-findings.ts';
import type { AskedQuestion } from '../analysis.ts';
import type { Finding, Requirement } from '../rules/finding.ts';
import type { FilePath } from '../workspace/file-path.ts';
import type { Decision, Decisions } from './decision.ts';
import { decisionNotices } from './decision-notices.ts';
import { type ConflictCheck, defaultDecisions, type Policy } from './default-decisions.ts';

const noConflicts: ConflictCheck = () => [];

/** The two collide wherever both are among the fixes. */
const conflictOf =
  (one: string, other: string): ConflictCheck =>
  (fixes) => {
    const find = (name: string) => fixes.find(({ finding }) => finding === `made-up/${name}`);
    const pair = [find(one), find(other)];
    return pair[0] && pair[1] ? [[pair[0], pair[1]] as readonly [Requirement, Requirement]] : [];
  };

function decide(
  findings: readonly Finding[],
  policy: Policy,
  {
    given = new Map(),
    questions = [],
    conflicts = noConflicts,
  }: { given?: Decisions; questions?: readonly AskedQuestion[]; conflicts?: ConflictCheck } = {},
): Record<string, string> {
  const decisions = defaultDecisions({ findings, questions }, policy, given, conflicts);
  return Object.fromEntries([...decisions].map(([id, decision]) => [id.replace('made-up/', ''), spell(decision)]));
}

const spell = (decision: Decision) =>
  decision.kind === 'accept' ? `${decision.fix} by ${decision.by}` : `${decision.kind} by ${decision.by}`;

const declined = (name: string): [string, Decision] => [`made-up/${name}`, { kind: 'decline', by: 'user' }];

describe('--accept safe', () => {
  it.each(['certain', 'likely'] as const)('accepts the first fix of a %s finding when it is safe', (confidence) => {
    expect(decide([finding('a', { confidence, fixes: [safeFix('one'), safeFix('two')] })], 'safe')).toEqual({
      a: 'one by default',
    });
  });

  it('accepts nothing for a finding that is only possible', () => {
    expect(decide([finding('a', { confidence: 'possible' })], 'safe')).toEqual({});
  });

  it('leaves a first fix for review alone, and never takes the safe one after it', () => {
    expect(decide([finding('a', { fixes: [reviewFix('one'), safeFix('two')] })], 'safe')).toEqual({});
  });

  it('accepts a set that moves together when every member is safe', () => {
    const findings = [
      finding('a', { fixes: [safeFix('fix', [requirement('b')])] }),
      finding('b', { fixes: [safeFix('fix', [requirement('a')])] }),
    ];
    expect(decide(findings, 'safe')).toEqual({ a: 'fix by default', b: 'fix by default' });
  });

  it('accepts none of a set when one member, however far along, is for review', () => {
    const findings = [
      finding('a', { fixes: [safeFix('fix', [requirement('b')])] }),
      finding('b', { fixes: [safeFix('fix', [requirement('c')])] }),
      finding('c', { fixes: [reviewFix('fix')] }),
    ];
    expect(decide(findings, 'safe')).toEqual({});
  });

  it('accepts none of a set when one member is only possible', () => {
    const findings = [
      finding('a', { fixes: [safeFix('fix', [requirement('b')])] }),
      finding('b', { confidence: 'possible' }),
    ];
    expect(decide(findings, 'safe')).toEqual({});
  });
});

describe('--accept all and none', () => {
  it('all accepts the first fix of every finding that has one', () => {
    const findings = [finding('a', { fixes: [reviewFix('one')] }), finding('b', { confidence: 'possible' })];
    expect(decide(findings, 'all')).toEqual({ a: 'one by default', b: 'fix by default' });
  });

  it('all never takes a fix that is not first, even where another requires it', () => {
    const findings = [
      finding('a', { fixes: [safeFix('fix', [requirement('b', 'two')])] }),
      finding('b', { fixes: [safeFix('one'), safeFix('two')] }),
    ];
    expect(decide(findings, 'all')).toEqual({ b: 'one by default' });
  });

  it('none accepts nothing', () => {
    expect(decide([finding('a')], 'none')).toEqual({});
  });

  it.each(['safe', 'all', 'none'] as const)('%s gives a finding without a fix to a person', (policy) => {
    expect(decide([finding('a', { fixes: [] })], policy)).toEqual({ a: 'by-hand by default' });
  });
});

describe('a given decision', () => {
  it('goes before the policy', () => {
    expect(decide([finding('a'), finding('b')], 'all', { given: new Map([declined('a')]) })).toEqual({
      a: 'decline by user',
      b: 'fix by default',
    });
  });

  it.each(['decline', 'by-hand'] as const)('of %s leaves what moves with it undecided, with a notice', (kind) => {
    const findings = [
      finding('a', { fixes: [safeFix('fix', [requirement('b')])] }),
      finding('b', { fixes: [safeFix('fix', [requirement('a')])] }),
      finding('c'),
    ];
    const given: Decisions = new Map([['made-up/b', { kind, by: 'user' }]]);
    expect(decide(findings, 'all', { given })).toEqual({ b: `${kind} by user`, c: 'fix by default' });
    const decisions = defaultDecisions({ findings, questions: [] }, 'all', given, noConflicts);
    const [notice, ...others] = decisionNotices(findings, decisions, noConflicts);
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ code: 'required-finding-declined', path: 'src/Worker.cs', line: 1 });
    expect(notice!.message).toContain('made-up/a');
    expect(notice!.message).toContain('made-up/b');
  });
});

describe('an answer', () => {
  const project = 'src/Host.csproj' as FilePath;
  const question = (isAssumed: boolean): AskedQuestion => ({
    id: 'logout-token-typ',
    project,
    step: 'breaking-changes',
    title: '',
    why: '',
    choices: null,
    assumed: 'new',
    answer: 'keep',
    isAssumed,
  });
  const settled = finding('a', {
    fixes: [reviewFix('keep'), reviewFix('new')],
    settledBy: { question: 'logout-token-typ', project },
  });

  it('that was given settles its finding, in the name of the user and whatever the policy', () => {
    expect(decide([settled], 'none', { questions: [question(false)] })).toEqual({ a: 'keep by user' });
  });

  it('that is only assumed leaves it to the policy', () => {
    expect(decide([settled], 'safe', { questions: [question(true)] })).toEqual({});
    expect(decide([settled], 'all', { questions: [question(true)] })).toEqual({ a: 'keep by default' });
  });

  it('for another project settles nothing', () => {
    const elsewhere = { ...question(false), project: 'src/Other.csproj' as FilePath };
    expect(decide([settled], 'none', { questions: [elsewhere] })).toEqual({});
  });

  it('gives way to a decision on the finding itself', () => {
    expect(decide([settled], 'none', { questions: [question(false)], given: new Map([declined('a')]) })).toEqual({
      a: 'decline by user',
    });
  });

  it('takes along what its fix requires', () => {
    const withB = { ...settled, fixes: [reviewFix('keep', [requirement('b')])] };
    expect(decide([withB, finding('b')], 'none', { questions: [question(false)] })).toEqual({
      a: 'keep by user',
      b: 'fix by user',
    });
  });
});

describe('two fixes that collide', () => {
  const findings = [finding('a'), finding('b'), finding('c')];
  const conflicts = conflictOf('a', 'b');

  it('leave the later finding undecided, and a notice names both', () => {
    expect(decide(findings, 'all', { conflicts })).toEqual({ a: 'fix by default', c: 'fix by default' });
    const decisions = defaultDecisions({ findings, questions: [] }, 'all', new Map(), conflicts);
    const [notice, ...others] = decisionNotices(findings, decisions, conflicts);
    expect(others).toEqual([]);
    expect(notice!.code).toBe('conflict');
    expect(notice!.message).toContain('made-up/a');
    expect(notice!.message).toContain('made-up/b');
  });

  it('leave the whole set of the later one undecided', () => {
    const moving = [
      finding('a'),
      finding('b'),
      finding('c', { fixes: [safeFix('fix', [requirement('b')])] }),
      finding('d'),
    ];
    expect(decide(moving, 'all', { conflicts })).toEqual({ a: 'fix by default', d: 'fix by default' });
  });

  it('let the one the user chose win, wherever it stands', () => {
    const given: Decisions = new Map([['made-up/b', { kind: 'accept', fix: 'fix', by: 'user' }]]);
    expect(decide(findings, 'all', { given, conflicts })).toEqual({ b: 'fix by user', c: 'fix by default' });
  });

  it('say nothing when neither is accepted', () => {
    expect(decisionNotices(findings, new Map(), conflicts)).toEqual([]);
  });

  it('count as colliding where they want different fixes of a third', () => {
    const rivals = [
      finding('a', { fixes: [safeFix('fix', [requirement('c', 'one')])] }),
      finding('b', { fixes: [safeFix('fix', [requirement('c', 'two')])] }),
      finding('c', { fixes: [safeFix('one'), safeFix('two')] }),
    ];
    const decisions = defaultDecisions({ findings: rivals, questions: [] }, 'all', new Map(), noConflicts);
    expect([...decisions.keys()]).toEqual(['made-up/a', 'made-up/c']);
    expect(decisionNotices(rivals, decisions, noConflicts)).toMatchObject([{ code: 'conflict' }]);
  });
});
