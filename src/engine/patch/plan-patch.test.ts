import { describe, expect, it } from 'vitest';
import { madeUpFinding, safeFix } from '../../testing/made-up-findings.ts';
import { forEachSeed, type Random } from '../../testing/seeded.ts';
import { workspaceOf, workspaceOfTexts } from '../../testing/workspace-from.ts';
import type { Decision, Decisions } from '../decisions/decision.ts';
import type { Finding } from '../rules/finding.ts';
import { applyEdits, invertEdits } from '../text/edits.ts';
import { decode, encode, encodeText } from '../text/encoding.ts';
import { toEol } from '../text/eol.ts';
import { spanAt } from '../text/span.ts';
import type { Change, Insertion, TextEdit } from '../workspace/change.ts';
import type { FilePath } from '../workspace/file-path.ts';
import type { EditedFile } from '../workspace/patched-file.ts';
import { sourceOf, type Workspace } from '../workspace/workspace.ts';
import { applyPatch } from './apply-patch.ts';
import { conflictsOf, planPatch } from './plan-patch.ts';

const path = 'a.cs' as FilePath;
const edit = (start: number, end: number, newText: string, of = path): TextEdit => ({
  kind: 'edit',
  path: of,
  span: { start, end },
  newText,
});
const insert = (key: string, parts: Partial<Insertion> = {}): Insertion => ({
  kind: 'insert',
  path,
  slot: 's',
  at: { start: 3, end: 3 },
  open: '{',
  key,
  text: `${key};`,
  close: '}',
  ...parts,
});
const finding = (name: string, ...changes: Change[]): Finding =>
  madeUpFinding(name, { fixes: [{ ...safeFix('fix'), changes }] });
const accept: Decision = { kind: 'accept', fix: 'fix', by: 'user' };
const all = (findings: readonly Finding[]): Decisions => new Map(findings.map(({ id }) => [id, accept]));

const workspace = workspaceOfTexts({ 'a.cs': '0123456789' });

function textOf(findings: readonly Finding[], decisions = all(findings), solution: Workspace = workspace): string {
  const plan = planPatch(findings, decisions, solution);
  if (plan.kind === 'conflicted') throw new Error(`conflicted: ${plan.conflicts[0].why}`);
  const [file] = applyPatch(solution, plan);
  return file ? decode(file.bytes)!.text : 'nothing';
}
const pairs = (findings: readonly Finding[], solution = workspace) =>
  conflictsOf(findings, all(findings), solution).map(({ claim, against }) => [claim.finding, against?.finding ?? null]);

describe('planPatch', () => {
  it('changes nothing for what is undecided, declined or by hand', () => {
    const findings = ['a', 'b', 'c'].map((name, i) => finding(name, edit(i, i + 1, 'x')));
    const decisions: Decisions = new Map([
      [findings[0]!.id, { kind: 'decline', by: 'user' }],
      [findings[1]!.id, { kind: 'by-hand', by: 'user' }],
    ]);
    expect(planPatch(findings, decisions, workspace)).toEqual({ kind: 'ready', edits: new Map(), added: [] });
  });

  it('counts an edit once that two findings ask for, and names both', () => {
    const plan = planPatch(
      [finding('a', edit(1, 2, 'x')), finding('b', edit(1, 2, 'x'))],
      all([finding('a'), finding('b')]),
      workspace,
    );
    expect(plan).toMatchObject({ kind: 'ready' });
    if (plan.kind === 'ready')
      expect(plan.edits.get(path)).toEqual([{ ...edit(1, 2, 'x'), findings: ['made-up/a', 'made-up/b'] }]);
  });

  it('drops an edit that changes nothing', () => {
    expect(textOf([finding('a', edit(1, 2, '1'))])).toBe('nothing');
    expect(textOf([finding('a', edit(1, 3, '12')), finding('b', edit(2, 3, 'x'))])).toBe('01x3456789');
    const crlf = workspaceOfTexts({ 'a.cs': 'a\r\nb\r\n' });
    expect(textOf([finding('a', edit(0, 6, 'a\nb\n'))], undefined, crlf)).toBe('nothing');
  });

  it('lets edits touch', () => {
    expect(textOf([finding('a', edit(2, 4, 'x')), finding('b', edit(4, 6, 'y')), finding('c', edit(6, 6, '+'))])).toBe(
      '01xy+6789',
    );
    expect(textOf([finding('a', edit(2, 4, 'x')), finding('b', edit(2, 2, '+'))])).toBe('01+x456789');
  });

  it.each([
    ['spans overlap', edit(2, 5, 'x'), edit(4, 6, 'y')],
    ['one span is within the other', edit(2, 8, 'x'), edit(4, 5, 'y')],
    ['one span gets two texts', edit(2, 4, 'x'), edit(2, 4, 'y')],
    ['an insertion is within a span', edit(2, 4, 'x'), edit(3, 3, 'y')],
    ['two insertions have one offset', edit(3, 3, 'x'), edit(3, 3, 'y')],
    ['two slots have one offset', insert('x'), insert('x', { slot: 'other', open: '(' })],
    ['an insertion stands where a slot does', insert('x'), edit(3, 3, 'y')],
    ['one key of a slot gets two texts', insert('x'), insert('x', { text: 'other;' })],
  ])('sees a conflict where %s', (_, one, other) => {
    expect(pairs([finding('a', one), finding('b', other)])).toContainEqual(['made-up/b', 'made-up/a']);
    expect(pairs([finding('b', other), finding('a', one)])).toContainEqual(['made-up/a', 'made-up/b']);
    expect(pairs([finding('b', other)])).toEqual([]);
  });

  it('names findings, fixes, path and spans of a conflict', () => {
    const findings = [finding('a', edit(2, 5, 'x')), finding('b', edit(4, 6, 'y'))];
    expect(conflictsOf(findings, all(findings), workspace)).toEqual([
      {
        path,
        claim: { finding: 'made-up/b', fix: 'fix', span: { start: 4, end: 6 }, order: 1 },
        against: { finding: 'made-up/a', fix: 'fix', span: { start: 2, end: 5 }, order: 0 },
        why: 'Both change the same place in a.cs.',
      },
    ]);
  });

  it('merges what shares a slot by key, equal keys once', () => {
    const findings = [finding('a', insert('z')), finding('b', insert('y')), finding('c', insert('z'))];
    expect(textOf(findings)).toBe('012{y;z;}3456789');
    expect(textOf([finding('a', insert('b', { at: { start: 2, end: 5 } }))])).toBe('01{b;}56789');
  });

  it('takes a line away with the last thing that needs it', () => {
    const line: Change = { kind: 'leftover', path, span: { start: 0, end: 2 }, uses: [5, 8].map(spanAt), names: ['X'] };
    const [first, second] = [finding('a', edit(4, 6, ''), line), finding('b', edit(7, 9, ''), line)];
    expect(textOf([first])).toBe('01236789');
    expect(textOf([first, second])).toBe('2369');
    expect(textOf([second, first])).toBe('2369');
    expect(textOf([first, second, finding('c', edit(3, 3, '<X>'))])).toBe('012<X>369');
    expect(textOf([first, second, finding('c', edit(3, 3, 'Xs'))])).toBe('2Xs369');
  });

  it('keeps slots of two files apart', () => {
    const two = workspaceOfTexts({ 'a.cs': '0123', 'b.cs': '0123' });
    const findings = [finding('a', insert('x')), finding('b', insert('x', { path: 'b.cs' as FilePath }))];
    const plan = planPatch(findings, all(findings), two);
    expect(plan.kind === 'ready' && [...plan.edits.keys()]).toEqual(['a.cs', 'b.cs']);
  });

  it('refuses a character that the file cannot hold, and names it', () => {
    const ansi = workspaceOf(new Map([[path, Uint8Array.of(0xe9, 0x20, 0x20)]]));
    const findings = [finding('a', edit(1, 1, '→'))];
    const [conflict] = conflictsOf(findings, all(findings), ansi);
    expect(conflict).toMatchObject({
      against: null,
      why: 'a.cs is encoded as windows-1252, which has no character for “→”.',
    });
    expect(textOf([finding('a', edit(1, 1, '€'))], undefined, ansi)).toBe('é€  ');
  });

  it('refuses a new file whose name is taken, whatever the case', () => {
    const add = (name: string, text: string): Change => ({ kind: 'add', path: name as FilePath, text });
    expect(pairs([finding('a', add('A.CS', ''))])).toEqual([['made-up/a', null]]);
    expect(pairs([finding('a', add('n.cs', '1')), finding('b', add('N.cs', '2'))])).toEqual([
      ['made-up/b', 'made-up/a'],
    ]);
    expect(pairs([finding('a', add('n.cs', '1')), finding('b', add('n.cs', '1'))])).toEqual([]);
  });
});

describe('applyPatch', () => {
  const solution = (bytes: Uint8Array) => workspaceOf(new Map([[path, bytes]]));
  const patch = (bytes: Uint8Array, ...changes: Change[]) => {
    const findings = [finding('a', ...changes)];
    const plan = planPatch(findings, all(findings), solution(bytes));
    if (plan.kind !== 'ready') throw new Error('conflicted');
    return applyPatch(solution(bytes), plan)[0]!;
  };
  const utf8 = (text: string) => new TextEncoder().encode(text);

  it('keeps CRLF when it inserts a line', () => {
    expect(patch(utf8('a\r\nb\r\n'), edit(3, 3, 'new\n')).bytes).toEqual(utf8('a\r\nnew\r\nb\r\n'));
  });

  it('keeps the BOM, and counts it in byte offsets', () => {
    const file = patch(utf8('\uFEFFé😀x'), edit(3, 4, 'y')) as EditedFile;
    expect(file.bytes).toEqual(utf8('\uFEFFé😀y'));
    expect(file.edits).toEqual([{ start: 9, end: 10, newText: 'y', findings: ['made-up/a'] }]);
    expect(file).toMatchObject({ kind: 'edit', encoding: 'utf-8', bom: true, findings: ['made-up/a'] });
  });

  it('leaves other line endings of a mixed file alone', () => {
    expect(patch(utf8('a\r\nb\nc\r\n'), edit(5, 5, 'x\n')).bytes).toEqual(utf8('a\r\nb\nx\r\nc\r\n'));
  });

  it('gives a new file the manner of its sibling', () => {
    const file = patch(utf8('\uFEFFa\r\n'), { kind: 'add', path: 'n.cs' as FilePath, text: 'é\n', like: path });
    expect(file).toMatchObject({ kind: 'add', like: path, encoding: 'utf-8', bom: true });
    expect(file.bytes).toEqual(utf8('\uFEFFé\r\n'));
  });

  it('writes a new file as UTF-8 where the encoding of its sibling lacks a character', () => {
    const file = patch(Uint8Array.of(0xe9), { kind: 'add', path: 'n.cs' as FilePath, text: '→', like: path });
    expect(file).toMatchObject({ encoding: 'utf-8', bom: true });
    expect(decode(file.bytes)?.text).toBe('→');
  });
});

/** Files in every manner, with findings over random places of them. */
function randomSolution(random: Random) {
  const words = ['class ', 'é', 'x', '\n', '\r\n', '\t', '"', 'ß€', '  '];
  const files = new Map<FilePath, Uint8Array>();
  for (const name of ['a.cs', 'b.cs', 'c/d.cs']) {
    const encoding = random.pick(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const);
    const text = Array.from({ length: 10 + random.int(30) }, () => random.pick(words)).join('');
    files.set(name as FilePath, encode(text, encoding, encoding !== 'windows-1252')!);
  }
  const solution = workspaceOf(files);
  const findings = Array.from({ length: 1 + random.int(8) }, (_, i) =>
    finding(`f${i}`, ...Array.from({ length: 1 + random.int(2) }, () => randomChange(random, solution))),
  );
  return { solution, findings };
}

function randomChange(random: Random, solution: Workspace): Change {
  const file = random.pick([...solution.files.values()]);
  const source = sourceOf(file);
  if (source.kind !== 'text') throw new Error('a text file was made');
  const start = random.int(source.text.length);
  const end = Math.min(source.text.length, start + random.int(4));
  if (random.chance(0.3)) {
    const slot = random.pick(['s', 't']);
    return insert(random.pick(['k', 'l', 'm']), { path: file.path, slot, at: { start: slot === 's' ? 2 : 5, end: 5 } });
  }
  return edit(start, end, random.pick(['', 'new', 'a\nb\n', 'ü', 'x']), file.path);
}

/** Accepts what fits, in the given order of findings. */
function settled(random: Random, findings: readonly Finding[], solution: Workspace): Decisions {
  const accepted = new Map(random.subset(findings).map(({ id }): [string, Decision] => [id, accept]));
  for (;;) {
    const [conflict] = conflictsOf(findings, accepted, solution);
    if (!conflict) return accepted;
    accepted.delete(conflict.claim.finding);
  }
}

describe('over a thousand seeds', () => {
  it('gives the same whatever the order of acceptance', () => {
    forEachSeed(1000, (random) => {
      const { solution, findings } = randomSolution(random);
      const decisions = settled(random, findings, solution);
      const shuffled: Decisions = new Map(random.shuffle([...decisions]));
      expect(planPatch(findings, shuffled, solution)).toEqual(planPatch(findings, decisions, solution));
    });
  });

  it('describes each file as the original with exactly its byte edits', () => {
    forEachSeed(1000, (random) => {
      const { solution, findings } = randomSolution(random);
      const plan = planPatch(findings, settled(random, findings, solution), solution);
      if (plan.kind !== 'ready') throw new Error('what is settled has no conflicts');
      for (const file of applyPatch(solution, plan)) {
        if (file.kind !== 'edit') continue;
        expect(file.edits.length).toBeGreaterThan(0);
        expect(Buffer.from(replay(file))).toEqual(Buffer.from(file.bytes));
      }
    });
  });

  it('is undone by the inverse of its edits', () => {
    forEachSeed(1000, (random) => {
      const { solution, findings } = randomSolution(random);
      const plan = planPatch(findings, settled(random, findings, solution), solution);
      if (plan.kind !== 'ready') throw new Error('what is settled has no conflicts');
      for (const [of, edits] of plan.edits) {
        const source = sourceOf(solution.files.get(of)!);
        if (source.kind !== 'text') continue;
        const written = edits.map(({ span, newText }) => ({ span, newText: toEol(newText, source.eol) }));
        expect(applyEdits(applyEdits(source.text, written), invertEdits(source.text, written))).toBe(source.text);
      }
    });
  });
});

/** As a checker from outside would do it. */
function replay({ before, edits, encoding }: EditedFile): Uint8Array {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { start, end, newText } of edits) {
    const bytes = encodeText(newText, encoding)!;
    expect(start).toBeGreaterThanOrEqual(at);
    expect(Buffer.compare(before.subarray(start, end), bytes)).not.toBe(0);
    parts.push(before.subarray(at, start), bytes);
    at = end;
  }
  return Buffer.concat([...parts, before.subarray(at)]);
}
