import { describe, expect, it } from 'vitest';
import { madeUpFinding as finding, requirement, safeFix } from '../../testing/made-up-findings.ts';
import { readGivenDecisions } from './given-decisions.ts';

const moving = [
  finding('a', { fixes: [safeFix('fix', [requirement('b')])] }),
  finding('b', { fixes: [safeFix('fix'), safeFix('other')] }),
];

const read = (given: unknown, findings = moving) => readGivenDecisions(findings, given, () => []);

describe('decisions from a file', () => {
  it('accept, decline or leave by hand, in the name of the user', () => {
    const findings = [finding('a'), finding('b'), finding('c')];
    expect(read({ 'made-up/a': 'fix', 'made-up/b': 'decline', 'made-up/c': 'by-hand' }, findings)).toEqual({
      kind: 'decisions',
      decisions: new Map([
        ['made-up/a', { kind: 'accept', fix: 'fix', by: 'user' }],
        ['made-up/b', { kind: 'decline', by: 'user' }],
        ['made-up/c', { kind: 'by-hand', by: 'user' }],
      ]),
    });
  });

  it('take along what an accepted fix requires', () => {
    expect(read({ 'made-up/a': 'fix' })).toEqual({
      kind: 'decisions',
      decisions: new Map([
        ['made-up/a', { kind: 'accept', fix: 'fix', by: 'user' }],
        ['made-up/b', { kind: 'accept', fix: 'fix', by: 'user' }],
      ]),
    });
  });

  it('may take a fix that is not first', () => {
    expect(read({ 'made-up/b': 'other' })).toMatchObject({ kind: 'decisions' });
  });

  it.each([
    ['an unknown finding', { 'made-up/z': 'fix' }, ['made-up/z', 'made-up/a']],
    ['an unknown fix', { 'made-up/a': 'mend' }, ['"mend"', 'fix, decline, by-hand']],
    ['undecided, which is reserved', { 'made-up/a': 'undecided' }, ['undecided']],
    ['something that is no name', { 'made-up/a': true }, ['true']],
    ['a list', ['made-up/a'], ['JSON object']],
    [
      'accepting one and declining what it requires',
      { 'made-up/a': 'fix', 'made-up/b': 'decline' },
      ['made-up/a', 'made-up/b'],
    ],
    [
      'accepting one and leaving by hand what it requires',
      { 'made-up/b': 'by-hand', 'made-up/a': 'fix' },
      ['made-up/a', 'made-up/b'],
    ],
    [
      'another fix than the required one',
      { 'made-up/a': 'fix', 'made-up/b': 'other' },
      ['made-up/a', 'made-up/b = other'],
    ],
  ])('refuse %s', (_, given, words) => {
    const answer = read(given);
    expect(answer.kind).toBe('problem');
    for (const word of words) expect(answer).toHaveProperty('problem', expect.stringContaining(word));
  });

  it('refuse two fixes that collide, and name both', () => {
    const findings = [finding('a'), finding('b')];
    const answer = readGivenDecisions(findings, { 'made-up/a': 'fix', 'made-up/b': 'fix' }, (fixes) =>
      fixes.length === 2 ? [[fixes[0]!, fixes[1]!]] : [],
    );
    expect(answer).toHaveProperty('problem', expect.stringMatching(/made-up\/a.*made-up\/b/));
  });

  it('refuse a fix that collides with the file itself', () => {
    const answer = readGivenDecisions([finding('a')], { 'made-up/a': 'fix' }, (fixes) => [[fixes[0]!, fixes[0]!]]);
    expect(answer).toHaveProperty('problem', expect.stringContaining("can't be applied"));
  });
});
