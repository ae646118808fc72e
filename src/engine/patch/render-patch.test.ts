import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forEachSeed, type Random } from '../../testing/seeded.ts';
import { encode } from '../text/encoding.ts';
import { type FileChange, renderChanges } from './render-patch.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const ansi = (text: string) => encode(text, 'windows-1252', false)!;
const utf16 = (text: string) => encode(text, 'utf-16le', true)!;
const change = (
  path: string,
  before: Uint8Array | null,
  after: Uint8Array | null,
  isExecutable = false,
): FileChange => ({
  path,
  before,
  after,
  isExecutable,
});
const reversed = (changes: readonly FileChange[]) => changes.map((c) => ({ ...c, before: c.after, after: c.before }));
const shown = (changes: readonly FileChange[]) => new TextDecoder('latin1').decode(renderChanges(changes));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'patch-'));
  execFileSync('git', ['init', '-q', folder]);
  execFileSync('git', ['-C', folder, 'config', 'core.autocrlf', 'false']);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes `before`, lets git apply the patch, and compares bytes; then back. */
function expectGitToApply(changes: readonly FileChange[]) {
  for (const { path, before } of changes) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    if (before) writeFileSync(join(folder, path), before);
  }
  apply(renderChanges(changes));
  for (const { path, after, isExecutable } of changes) {
    expectBytes(path, after);
    if (after && isExecutable) expect(statSync(join(folder, path)).mode & 0o100).toBe(0o100);
  }
  apply(renderChanges(reversed(changes)));
  for (const { path, before } of changes) expectBytes(path, before);
  for (const { path } of changes) rmSync(join(folder, path), { force: true });
}

function apply(patch: Uint8Array) {
  if (patch.length > 0)
    execFileSync('git', ['-C', folder, 'apply', '--whitespace=nowarn'], { input: patch, stdio: 'pipe' });
}

function expectBytes(path: string, bytes: Uint8Array | null) {
  const full = join(folder, path);
  expect(existsSync(full) ? readFileSync(full).toString('latin1') : null, path).toBe(
    bytes && Buffer.from(bytes).toString('latin1'),
  );
}

const many = (count: number, eol = '\n') => Array.from({ length: count }, (_, i) => `line ${i}${eol}`);

describe('renderPatch', () => {
  it('writes what git writes', () => {
    const before = many(12).join('');
    expect(shown([change('src/a.cs', utf8(before), utf8(before.replace('line 6', 'LINE 6')))])).toBe(
      [
        'diff --git a/src/a.cs b/src/a.cs\n--- a/src/a.cs\n+++ b/src/a.cs\n@@ -4,7 +4,7 @@\n',
        ' line 3\n line 4\n line 5\n-line 6\n+LINE 6\n line 7\n line 8\n line 9\n',
      ].join(''),
    );
  });

  it('ends a name that has a space with a tab, as git does', () => {
    expect(shown([change('a b', utf8('x\n'), utf8('y\n'))])).toContain('\n--- a/a b\t\n+++ b/a b\t\n@@ -1 +1 @@\n');
  });

  it.each([
    [16, 1],
    [17, 2],
  ])('puts changes in lines 9 and %i into %i hunk(s)', (other, hunks) => {
    const before = many(30).join('');
    const after = before.replace('line 9\n', '9\n').replace(`line ${other}\n`, '!\n');
    expect(shown([change('a', utf8(before), utf8(after))]).match(/^@@ /gm)).toHaveLength(hunks);
  });

  it('is empty where nothing changes', () => {
    expect(renderChanges([change('a', utf8('x'), utf8('x'))]).length).toBe(0);
    expect(renderChanges([]).length).toBe(0);
  });

  it('never touches .git', () => {
    expect(renderChanges([change('x/.GIT/config', utf8('a'), utf8('b'))]).length).toBe(0);
  });

  it.each<[string, FileChange]>([
    ['CRLF', change('a.cs', utf8('a\r\nb\r\n'), utf8('a\r\nnew\r\nb\r\n'))],
    ['mixed line endings', change('a.cs', utf8('a\r\nb\nc\rd\r\n'), utf8('a\r\nB\nc\rd\r\n'))],
    ['a BOM', change('a.cs', utf8('\uFEFFa\n'), utf8('\uFEFFb\n'))],
    ['no final newline', change('a.cs', utf8('a\nb'), utf8('a\nc'))],
    ['a final newline that comes', change('a.cs', utf8('a\nb'), utf8('a\nb\n'))],
    ['a final newline that goes', change('a.cs', utf8('a\nb\n'), utf8('a\nb'))],
    [
      'a change far from a missing final newline',
      change('a.cs', utf8(`x\n${many(9).join('')}end`), utf8(`y\n${many(9).join('')}end`)),
    ],
    ['Windows-1252', change('a.cs', ansi('// é\nx\n'), ansi('// é€\ny\n'))],
    ['UTF-16', change('a.cs', utf16('a\r\nĊb\r\nc\r\n'), utf16('a\r\nĊb\r\nnew\r\nc\r\n'))],
    ['UTF-16 without final newline', change('a.cs', utf16('a\r\nb'), utf16('x\r\nb'))],
    ['NULs', change('a.bin', Uint8Array.of(1, 0, 10, 2, 0), Uint8Array.of(1, 0, 10, 3, 0, 0))],
    ['a space in the path', change('my src/my file.cs', utf8('a\n'), utf8('b\n'))],
    ['a path beyond ASCII', change('größe/日本.cs', utf8('a\n'), utf8('b\n'))],
    ['a space and more in the path', change('grö ße/"quoted"\t.cs', utf8('a\n'), utf8('b\n'))],
    ['a new file', change('new/a.cs', null, utf8('a\nb\n'))],
    ['a new file with a space', change('new dir/a b.cs', null, utf8('a'))],
    ['a new executable', change('run.sh', null, utf8('a\n'), true)],
    ['a new empty file', change('empty file.txt', null, new Uint8Array(0))],
    ['a file that becomes empty', change('a.cs', utf8('a\n'), new Uint8Array(0))],
    ['a file that was empty', change('a.cs', new Uint8Array(0), utf8('a\n'))],
    [
      'lines that look like a patch',
      change('a.cs', utf8('--- a/x\n+++ b/x\n@@ -1 +1 @@\n'), utf8('-- a/x\n+++ b/y\n@@ -1 +1 @@\n')),
    ],
    [
      'hunks that meet',
      change(
        'a.cs',
        utf8(many(30).join('')),
        utf8(many(30).join('').replace('line 9\n', '9\n').replace('line 16\n', '16\n')),
      ),
    ],
    [
      'hunks that do not',
      change(
        'a.cs',
        utf8(many(30).join('')),
        utf8(many(30).join('').replace('line 9\n', '9\n').replace('line 17\n', '17\n')),
      ),
    ],
  ])('makes what git apply takes, there and back: %s', (_, one) => expectGitToApply([one]));

  it('makes what git apply takes, over seeds', () => {
    forEachSeed(60, (random) => expectGitToApply(randomChanges(random)));
  });
});

function randomChanges(random: Random): FileChange[] {
  return ['a b.cs', 'c/é.cs', 'd.cs', 'e/f.cs', 'g.cs'].map((path) => {
    const write = random.pick([utf8, ansi, utf16]);
    const lines = many(random.int(40), '').map((line) => line + random.pick(['\n', '\r\n', '', '\r', '\n\n']));
    const after = lines.flatMap((line) => (random.chance(0.15) ? random.pick([[], ['é\n'], [line, 'x\r\n']]) : [line]));
    const isNew = random.chance(0.2);
    return change(path, isNew ? null : write(lines.join('')), write(after.join('')), isNew && random.chance(0.3));
  });
}
