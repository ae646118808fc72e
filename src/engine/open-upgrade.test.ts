import { describe, expect, it } from 'vitest';
import { testGrammar } from '../testing/grammar.ts';
import { guideWithMadeUpRule as guide, madeUpRule } from '../testing/made-up-rule.ts';
import { projectFile, zipOf } from '../testing/zip-of.ts';
import { conflictCheckFor } from './decisions/conflict-check.ts';
import type { Decisions } from './decisions/decision.ts';
import { defaultDecisions } from './decisions/default-decisions.ts';
import { openUpgrade } from './open-upgrade.ts';
import type { Input, Progress } from './upgrade.ts';

const encoder = new TextEncoder();
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const zip = async (files: Readonly<Record<string, string | Uint8Array>>, name = 'in.zip'): Promise<Input> => ({
  kind: 'archive',
  name,
  bytes: await zipOf({ 'Host.csproj': projectFile('6.2.0'), ...files }),
});

async function open(
  input: Input,
  { onProgress, rules = guide.rules }: { onProgress?: (p: Progress) => void; rules?: typeof guide.rules } = {},
) {
  const grammar = await testGrammar();
  return openUpgrade(input, {
    guide: { ...guide, rules },
    grammar,
    target: '6.3.10',
    ...(onProgress && { onProgress }),
  });
}

async function deliverAll(input: Input) {
  const upgrade = await open(input);
  const analysis = upgrade.analyse(new Map());
  return upgrade.deliver(analysis, defaultDecisions(analysis, 'all', new Map(), conflictCheckFor(analysis)));
}

describe('an upgrade', () => {
  it('is named after its archive', async () => {
    const delivery = await deliverAll(await zip({ 'A.cs': 'OldName();' }, 'My Shop.ZIP'));
    expect(delivery.archive.name).toBe('My Shop.upgraded.zip');
    expect(delivery.applyCommand).toBe('git apply --whitespace=nowarn "My Shop.patch"');
  });

  it('of one file gives that file back, under its name', async () => {
    const input: Input = { kind: 'files', files: [{ path: 'A.cs', bytes: encoder.encode('OldName();') }] };
    const { archive } = await deliverAll(input);
    expect([archive.name, text(archive.bytes)]).toEqual(['A.cs', 'NewName();']);
  });

  it('of one file in which nothing changes gives the bytes as they came', async () => {
    const input: Input = { kind: 'files', files: [{ path: 'A.cs', bytes: encoder.encode('Other();') }] };
    const { archive } = await deliverAll(input);
    expect([archive.name, text(archive.bytes)]).toEqual(['A.cs', 'Other();']);
  });

  it('of several files gives a zip', async () => {
    const files = ['A.cs', 'B.cs'].map((path) => ({ path, bytes: encoder.encode('OldName();') }));
    expect((await deliverAll({ kind: 'files', files })).archive.name).toBe('2 files.upgraded.zip');
  });

  it('shows what one fix alone would do, and leaves everything as it was', async () => {
    const upgrade = await open(await zip({ 'A.cs': 'OldName(); OldName();' }));
    const analysis = upgrade.analyse(new Map());
    const [, second] = analysis.findings;
    const shown = upgrade.preview(analysis, second!.id, 'rename-otherwise');
    expect(shown).toEqual([{ path: 'A.cs', before: 'OldName(); OldName();', after: 'OldName(); OtherName();' }]);
    expect(upgrade.analyse(new Map())).toEqual(analysis);
  });

  it('is plain data in all it gives out', async () => {
    const upgrade = await open(await zip({ 'A.cs': 'OldName();' }));
    const analysis = upgrade.analyse(new Map());
    expect(structuredClone(analysis)).toEqual(analysis);
  });

  it('says how far it is, phase by phase', async () => {
    const phases: Progress[] = [];
    const upgrade = await open(await zip({ 'A.cs': 'var b = WebApplication.CreateBuilder(args);' }), {
      onProgress: (progress) => phases.push(progress),
    });
    upgrade.analyse(new Map());
    expect([...new Set(phases.map(({ phase }) => phase))]).toEqual(['archive', 'projects', 'csharp', 'rules']);
    for (const { done, total } of phases) expect(done).toBeLessThanOrEqual(total);
  });

  it('knows which fixes of different findings collide, and that two of one finding do not count', async () => {
    const twin = { ...madeUpRule, meta: { ...madeUpRule.meta, id: 'name-changed-too' } };
    const upgrade = await open(await zip({ 'A.cs': 'OldName();' }), { rules: [madeUpRule, twin] });
    const { findings, conflicts } = upgrade.analyse(new Map());
    const pairs = conflicts.map((pair) =>
      pair.map(({ finding, fix }) => [findings.findIndex((f) => f.id === finding), fix]),
    );
    expect(pairs).toEqual(
      expect.arrayContaining([
        [
          [0, 'rename'],
          [1, 'rename-otherwise'],
        ],
        [
          [0, 'rename-otherwise'],
          [1, 'rename'],
        ],
      ]),
    );
    expect(pairs.every(([one, other]) => one![0] !== other![0] && one![1] !== other![1])).toBe(true);
  });

  it('never delivers half of what moves together, or two that collide', async () => {
    const twin = { ...madeUpRule, meta: { ...madeUpRule.meta, id: 'name-changed-too' } };
    const upgrade = await open(await zip({ 'A.cs': 'OldName();' }), { rules: [madeUpRule, twin] });
    const analysis = upgrade.analyse(new Map());
    const [one, other] = analysis.findings;
    const both: Decisions = new Map([
      [one!.id, { kind: 'accept', fix: 'rename', by: 'user' }],
      [other!.id, { kind: 'accept', fix: 'rename-otherwise', by: 'user' }],
    ]);
    await expect(upgrade.deliver(analysis, both)).rejects.toThrow('collide');
    const needy = {
      ...analysis,
      findings: [
        { ...one!, fixes: [{ ...one!.fixes[0]!, requires: [{ finding: other!.id, fix: 'rename' }] }] },
        other!,
      ],
    };
    const half: Decisions = new Map([[one!.id, { kind: 'accept', fix: 'rename', by: 'user' }]]);
    await expect(upgrade.deliver(needy, half)).rejects.toThrow('moves together');
  });
});
