import { describe, expect, it } from 'vitest';
import type { Decisions } from '../../engine/decisions/decision.ts';
import { madeUpFinding } from '../../testing/made-up-findings.ts';
import { grouped, listed, nextOpen, selectedOf, viewOf } from './selection.ts';

const [one, two, three] = [madeUpFinding('one'), madeUpFinding('two', { rule: 'other' }), madeUpFinding('three')];
const findings = [one, two, three];
const declined = (...ids: string[]): Decisions => new Map(ids.map((id) => [id, { kind: 'decline', by: 'user' }]));
const view = (query: string) => viewOf(new URLSearchParams(query));

describe('the list', () => {
  it('shows what is in the state the address asks for', () => {
    expect(listed(findings, declined(two.id), view('state=declined'), '')).toEqual([two]);
    expect(listed(findings, declined(two.id), view('state=open'), '')).toEqual([one, three]);
  });

  it('keeps the one that is looked at, whatever the filter says', () => {
    expect(listed(findings, declined(two.id), view(`state=open&finding=${two.id}`), '')).toEqual([one, two, three]);
  });

  it('is searched by title, file and the code that is pointed at, whatever the case', () => {
    const named = madeUpFinding('four', { title: 'Logout tokens' });
    expect(listed([...findings, named], new Map(), view(''), ' LOGOUT ')).toEqual([named]);
    expect(listed(findings, new Map(), view(''), 'worker.cs')).toEqual(findings);
    expect(listed(findings, new Map(), view(''), one.evidence[0].excerpt)).toContain(one);
    expect(listed(findings, new Map(), view(''), 'nowhere')).toEqual([]);
  });

  it('groups by rule, or by file', () => {
    expect(grouped(findings, 'rule').map(({ key }) => key)).toEqual(['made-up', 'other']);
    expect(grouped(findings, 'file').map(({ key }) => key)).toEqual(['src/Worker.cs']);
  });

  it('begins with the rule that has the worst', () => {
    const advice = madeUpFinding('four', { rule: 'tells', severity: 'advice' });
    const breaks = madeUpFinding('five', { rule: 'breaks', severity: 'breaks-build' });
    expect(grouped([advice, breaks], 'rule').map(({ key }) => key)).toEqual(['breaks', 'tells']);
  });
});

describe('what is looked at', () => {
  it('is what the address names', () => {
    expect(selectedOf(view(`finding=${three.id}`), findings, [], new Map())).toEqual({
      kind: 'finding',
      finding: three,
    });
  });

  it('is the step itself where the address names none, or one that is gone', () => {
    expect(selectedOf(view(''), findings, [], new Map())).toEqual({ kind: 'about' });
    expect(selectedOf(view('finding=gone'), findings, [], new Map())).toEqual({ kind: 'about' });
  });

  it('is the first open one where the address names a rule or a file', () => {
    const first = { kind: 'finding', finding: two };
    expect(selectedOf(view('rule=made-up'), findings, [], declined(one.id))).toEqual(first);
    expect(selectedOf(view('file=src/Worker.cs'), findings, [], declined(one.id))).toEqual(first);
    expect(selectedOf(view('file=src/Worker.cs&about=yes'), findings, [], new Map())).toEqual({ kind: 'about' });
  });
});

describe('after a decision', () => {
  it('the next open one comes', () => {
    expect(nextOpen(findings, declined(one.id, two.id), one.id)).toBe(three);
  });

  it('begins again at the top when none is open below', () => {
    expect(nextOpen(findings, declined(three.id), three.id)).toBe(one);
  });

  it('says when nothing is left', () => {
    expect(nextOpen(findings, declined(one.id, two.id, three.id), two.id)).toBeNull();
  });
});
