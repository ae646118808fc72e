import { describe, expect, it } from 'vitest';
import type { Decision } from '../../engine/decisions/decision.ts';
import type { Finding } from '../../engine/rules/finding.ts';
import type { FilePath } from '../../engine/workspace/file-path.ts';
import { madeUpFinding } from '../../testing/made-up-findings.ts';
import { leftBehind } from './left-behind.ts';

const [host, stores, alone] = ['Host.csproj', 'Stores.csproj', 'Alone.csproj'] as FilePath[] as [
  FilePath,
  FilePath,
  FilePath,
];

const move = (name: string, project: FilePath, together: readonly FilePath[], parts: Partial<Finding> = {}) =>
  madeUpFinding(name, {
    projects: [project],
    packageMove: { ids: [name], before: '6.2.0', after: '6.3.10', reason: null, together },
    ...parts,
  });

const core = move('core', host, [host, stores]);
const store = move('store', stores, [host, stores]);
const other = move('other', alone, [alone]);

const accepted: Decision = { kind: 'accept', fix: 'fix', by: 'user' };
const declined: Decision = { kind: 'decline', by: 'user' };
const byHand: Decision = { kind: 'by-hand', by: 'user' };

const left = (findings: readonly Finding[], decisions: readonly (readonly [Finding, Decision])[]) =>
  leftBehind(findings, new Map(decisions.map(([{ id }, decision]) => [id, decision])));

describe('packages that are left behind', () => {
  it('are those of a family that is raised elsewhere in what belongs together, undecided or declined', () => {
    expect(left([core, store, other], [[core, accepted]])).toEqual([store]);
    expect(
      left(
        [core, store],
        [
          [core, accepted],
          [store, declined],
        ],
      ),
    ).toEqual([store]);
    expect(
      left(
        [core, store],
        [
          [core, declined],
          [store, accepted],
        ],
      ),
    ).toEqual([core]);
  });

  it('are none where nothing is raised, or all of it', () => {
    expect(left([core, store], [[core, declined]])).toEqual([]);
    expect(
      left(
        [core, store],
        [
          [core, accepted],
          [store, accepted],
        ],
      ),
    ).toEqual([]);
  });

  it('are not what someone does by hand, nor a line that only is advice', () => {
    expect(
      left(
        [core, store],
        [
          [core, accepted],
          [store, byHand],
        ],
      ),
    ).toEqual([]);
    expect(left([core, { ...store, severity: 'advice' }], [[core, accepted]])).toEqual([]);
  });

  it('are of the same family', () => {
    const floor = madeUpFinding('floor', {
      projects: [host],
      packageMove: { ids: ['Other'], before: '6.0.0', after: '6.1.0', reason: 'NU1605' },
    });
    expect(left([core, floor], [[core, accepted]])).toEqual([]);
    expect(left([core, floor], [[floor, accepted]])).toEqual([]);
  });
});
