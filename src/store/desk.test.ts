import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Analysis } from '../engine/analysis.ts';
import type { Finding, Requirement } from '../engine/rules/finding.ts';
import { type Answers, answerTo, type Question } from '../engine/rules/question.ts';
import type { FilePath } from '../engine/workspace/file-path.ts';
import { madeUpFinding, requirement, reviewFix, safeFix } from '../testing/made-up-findings.ts';
import { type OpenSolution, openSolution } from '../worker/client.ts';
import { accept, acceptInstead, acceptSafe, answer, decisionsOf, reopen, safeFixes } from './desk.ts';
import { noHistory } from './history.ts';
import { read, ready, redoNext, session, undoLast } from './session.ts';

vi.mock('../worker/client.ts', () => ({ openSolution: vi.fn(), WorkerFailure: class extends Error {} }));

const analysisOf = (findings: readonly Finding[]): Analysis => ({
  input: { name: 'Shop.zip', files: 1, bytes: 1, sha256: '' },
  target: '6.3.10',
  projects: [],
  contexts: [],
  questions: [],
  findings,
  conflicts: [],
  notices: [],
  coverage: [],
});

function open(findings: readonly Finding[], conflicts: readonly (readonly [Requirement, Requirement])[] = []): void {
  const analysis = { ...analysisOf(findings), conflicts };
  const intake = { kind: 'archive', name: 'Shop.zip', file: new Blob() } as const;
  session.setState({ phase: 'ready', intake, guide: {} as never, analysis, history: noHistory }, true);
}

const states = () =>
  Object.fromEntries(
    ready().analysis.findings.map(({ id }) => [
      id.replace('made-up/', ''),
      decisionsOf(ready()).get(id)?.kind ?? 'open',
    ]),
  );

describe('the desk', () => {
  const [one, other] = [madeUpFinding('one'), madeUpFinding('other')];
  beforeEach(() => open([one, other, madeUpFinding('review', { fixes: [reviewFix('fix')] })]));

  it('accepts nothing by itself', () => {
    expect(states()).toEqual({ one: 'open', other: 'open', review: 'open' });
  });

  it('leaves what has no fix to a person', () => {
    open([madeUpFinding('alone', { fixes: [] })]);
    expect(states()).toEqual({ alone: 'by-hand' });
  });

  it('accepts all that is safe as one step, which one undo takes back', async () => {
    await acceptSafe(null);
    expect(states()).toEqual({ one: 'accept', other: 'accept', review: 'open' });
    await undoLast();
    expect(states()).toEqual({ one: 'open', other: 'open', review: 'open' });
    await redoNext();
    expect(states()).toEqual({ one: 'accept', other: 'accept', review: 'open' });
  });

  it('accepts what is safe in one step of the guide only', async () => {
    open([one, madeUpFinding('package', { step: 'packages' })]);
    expect(safeFixes(ready(), 'packages')).toEqual([requirement('package')]);
    await acceptSafe('packages');
    expect(states()).toEqual({ one: 'open', package: 'accept' });
  });

  it('takes along what a fix requires', async () => {
    open([madeUpFinding('call', { fixes: [safeFix('fix', [requirement('type')])] }), madeUpFinding('type')]);
    await accept(ready().analysis.findings[0]!, 'fix');
    expect(states()).toEqual({ call: 'accept', type: 'accept' });
  });

  it('refuses a fix that collides with an accepted one, names both, and can take it instead', async () => {
    open([one, other], [[requirement('one'), requirement('other')]]);
    expect(await accept(one, 'fix')).toBeNull();
    const rivalry = await accept(other, 'fix');
    expect(rivalry).toEqual({ wanted: requirement('other'), accepted: requirement('one') });
    expect(states()).toEqual({ one: 'accept', other: 'open' });
    await acceptInstead(other, 'fix', rivalry!);
    expect(states()).toEqual({ one: 'open', other: 'accept' });
    await undoLast();
    expect(states()).toEqual({ one: 'accept', other: 'open' });
  });

  it('opens a decided finding again', async () => {
    await accept(one, 'fix');
    await reopen(one);
    expect(states()).toMatchObject({ one: 'open' });
  });

  it('drops a decision for a fix that another target no longer offers', async () => {
    await accept(one, 'fix');
    const { analysis, ...rest } = ready();
    session.setState(
      { ...rest, analysis: { ...analysis, findings: [madeUpFinding('one', { fixes: [safeFix('new')] })] } },
      true,
    );
    expect(states()).toEqual({ one: 'open' });
  });
});

describe('an answer', () => {
  const project = 'src/Host.csproj' as FilePath;
  const question: Question = {
    id: 'typ',
    project,
    step: 'breaking-changes',
    title: 'Which?',
    why: '',
    choices: null,
    assumed: 'new',
  };
  const settledBy = { question: 'typ', project };
  const take = safeFix('take-new');
  const keep = safeFix('keep-old');
  const analysisWith = (answers: Answers): Analysis => ({
    ...analysisOf([
      madeUpFinding('settled', { settledBy, fixes: answers.has('typ@src/Host.csproj') ? [keep, take] : [take, keep] }),
    ]),
    questions: [{ ...question, ...answerTo(question, answers) }],
  });

  beforeEach(async () => {
    const solution = {
      guide: {},
      analysis: analysisWith(new Map()),
      answer: async (given: Answers) => analysisWith(given),
      close: vi.fn(),
    };
    vi.mocked(openSolution).mockResolvedValue(solution as unknown as OpenSolution);
    await read({ kind: 'archive', name: 'Shop.zip', file: new Blob() });
  });

  it('settles its finding, whatever was chosen before, and undo brings back both', async () => {
    await accept(ready().analysis.findings[0]!, 'take-new');
    await answer(question, 'keep');
    expect(decisionsOf(ready()).get('made-up/settled')).toEqual({ kind: 'accept', fix: 'keep-old', by: 'user' });
    await undoLast();
    expect(decisionsOf(ready()).get('made-up/settled')).toMatchObject({ fix: 'take-new' });
    expect(ready().analysis.questions[0]?.isAssumed).toBe(true);
  });

  it('is taken back with the finding it settled', async () => {
    await answer(question, 'keep');
    await reopen(ready().analysis.findings[0]!);
    expect(decisionsOf(ready()).size).toBe(0);
    expect(ready().analysis.questions[0]?.isAssumed).toBe(true);
  });
});
