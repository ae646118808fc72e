import { describe, expect, it } from 'vitest';
import { madeUpFinding as finding, requirement, safeFix } from '../../testing/made-up-findings.ts';
import type { Decisions } from './decision.ts';
import { isLeftForPerson, progressOf, stateOf } from './progress.ts';
import { accept, decline, leaveByHand, withdraw } from './transitions.ts';

const findings = [
  finding('a', { fixes: [safeFix('fix', [requirement('b')])] }),
  finding('b', { fixes: [safeFix('fix'), safeFix('other')] }),
  finding('c', { fixes: [] }),
];
const none: Decisions = new Map();
const accepted = accept(findings, none, requirement('a'));
const kinds = (decisions: Decisions) => Object.fromEntries([...decisions].map(([id, { kind }]) => [id.slice(8), kind]));

describe('deciding', () => {
  it('accepts a fix with all that moves with it, and leaves the given decisions as they were', () => {
    expect(kinds(accepted)).toEqual({ a: 'accept', b: 'accept' });
    expect(none.size).toBe(0);
  });

  it('accepts nothing of a set that can not be whole', () => {
    const broken = [finding('a', { fixes: [safeFix('fix', [requirement('gone')])] })];
    expect(accept(broken, none, requirement('a'))).toBe(none);
  });

  it('makes undecided what moves with a declined finding', () => {
    expect(kinds(decline(findings, accepted, 'made-up/b'))).toEqual({ b: 'decline' });
  });

  it('keeps the reason of a refusal', () => {
    expect(decline(findings, none, 'made-up/b', 'not ours').get('made-up/b')).toEqual({
      kind: 'decline',
      by: 'user',
      reason: 'not ours',
    });
  });

  it('makes undecided what moves with a finding that is done by hand', () => {
    expect(kinds(leaveByHand(findings, accepted, 'made-up/b'))).toEqual({ b: 'by-hand' });
  });

  it('keeps the required member when the one that needs it is declined', () => {
    expect(kinds(decline(findings, accepted, 'made-up/a'))).toEqual({ a: 'decline', b: 'accept' });
  });

  it('makes undecided what needs another fix of the same finding', () => {
    expect(kinds(accept(findings, accepted, requirement('b', 'other')))).toEqual({ b: 'accept' });
  });

  it('lets a new acceptance undo an earlier refusal of what it requires', () => {
    const refused = decline(findings, none, 'made-up/b');
    expect(kinds(accept(findings, refused, requirement('a')))).toEqual({ a: 'accept', b: 'accept' });
  });

  it('withdraws a decision and what needs it', () => {
    expect(kinds(withdraw(findings, accepted, 'made-up/b'))).toEqual({});
  });

  it('withdraws to by-hand where there is no fix', () => {
    expect(withdraw(findings, none, 'made-up/c').get('made-up/c')).toEqual({ kind: 'by-hand', by: 'default' });
  });
});

describe('what is left for a person', () => {
  it.each([
    ['undecided', undefined, true],
    ['by hand', { kind: 'by-hand', by: 'user' }, true],
    ['declined', { kind: 'decline', by: 'user' }, false],
    ['accepted', { kind: 'accept', fix: 'fix', by: 'default' }, false],
  ] as const)('counts a finding that is %s: %s', (_, decision, isLeft) => {
    expect(isLeftForPerson({ severity: 'changes-behaviour' }, decision)).toBe(isLeft);
    expect(isLeftForPerson({ severity: 'advice' }, decision)).toBe(false);
  });

  it('is counted step by step', () => {
    const decisions = leaveByHand(findings, accepted, 'made-up/c');
    const other = [...findings, finding('d', { step: 'packages', severity: 'advice' })];
    expect(progressOf(other, decisions, 'breaking-changes')).toEqual({ found: 3, decided: 3, open: 0, needsYou: 1 });
    expect(progressOf(other, decisions, 'packages')).toEqual({ found: 1, decided: 0, open: 1, needsYou: 0 });
    expect(progressOf(other, decisions)).toEqual({ found: 4, decided: 3, open: 1, needsYou: 1 });
  });

  it.each([
    ['not-affected', { found: 0, decided: 0, open: 0, needsYou: 0 }],
    ['open', { found: 2, decided: 1, open: 1, needsYou: 1 }],
    ['needs-you', { found: 2, decided: 2, open: 0, needsYou: 1 }],
    ['done', { found: 2, decided: 2, open: 0, needsYou: 0 }],
  ] as const)('makes a step %s', (state, progress) => {
    expect(stateOf(progress)).toBe(state);
  });
});
