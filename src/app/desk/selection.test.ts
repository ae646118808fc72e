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
    expect(listed(findings, declined(two.id), view('state=declined'))).toEqual([two]);
    expect(listed(findings, declined(two.id), view('state=open'))).toEqual([one, three]);
  });

  it('keeps the one that is looked at, whatever the filter says', () => {
    expect(listed(findings, declined(two.id), view(`state=open&finding=${two.id}`))).toEqual([one, two, three]);
  });

  it('groups by rule, or by file', () => {
    expect(grouped(findings, 'rule').map(({ key }) => key)).toEqual(['made-up', 'other']);
    expect(grouped(findings, 'file').map(({ key }) => key)).toEqual(['src/Worker.cs']);
  });
});

describe('what is looked at', () => {
  it('is what the address names', () => {
    expect(selectedOf(view(`finding=${three.id}`), findings, [], new Map())).toEqual({
      kind: 'finding',
      finding: three,
    });
  });

  it('is the first open one where the address names none, or one that is gone', () => {
    expect(selectedOf(view('finding=gone'), findings, [], declined(one.id))).toEqual({ kind: 'finding', finding: two });
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
