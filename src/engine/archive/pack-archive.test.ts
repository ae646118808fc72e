import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { added, awkward, edited, rawZip, type ZipShape } from '../../testing/raw-zip.ts';
import type { FilePath } from '../workspace/file-path.ts';
import { crc32 } from './crc32.ts';
import { openArchive } from './open-archive.ts';
import { packArchive } from './pack-archive.ts';
import { readZipLayout, type ZipEntry } from './zip-reader.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const text = (bytes: Uint8Array | undefined) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const path = (written: string) => written as FilePath;

describe('packArchive', () => {
  it('gives back the very bytes where nothing changes', async () => {
    const zip = rawZip(awkward, { front: 'stub', comment: 'bye' });
    expect(await packArchive(await openArchive(zip, ''), [])).toBe(zip);
  });

  it.each<[string, ZipShape]>([
    ['plain', {}],
    ['with bytes in front', { front: 'MZ stub' }],
    ['with bytes in front that offsets count', { front: 'MZ stub', absolute: true }],
    ['with a comment', { comment: 'a comment' }],
    ['zip64', { zip64End: true }],
  ])('keeps headers, data and records of untouched entries: %s', async (_, shape) => {
    const zip = rawZip(awkward, shape);
    const out = await packArchive(await openArchive(zip, ''), [
      edited('sol/B.cs', 'class Changed {}\n'),
      edited('sol/wide.cs', 'was zip64'),
      added('sol/New.cs', 'class New {}', 'sol/A.cs'),
    ]);
    const before = readZipLayout(zip, '').entries;
    const after = readZipLayout(out, '').entries;
    const names = before.map(({ name }) => name);
    expect(after.map(({ name }) => name)).toEqual([...names.slice(0, 2), 'sol/New.cs', ...names.slice(2)]);
    const kept = after.filter(({ name }) => name !== 'sol/New.cs');
    before.forEach((entry, i) => {
      if (entry.name === 'sol/B.cs' || entry.name === 'sol/wide.cs') return;
      expect(verbatim(out, kept[i]!), entry.name).toEqual(verbatim(zip, entry));
    });
    const again = await openArchive(out, '');
    expect(text(again.workspace.files.get(path('sol/B.cs'))?.bytes)).toBe('class Changed {}\n');
    expect(text(again.workspace.files.get(path('sol/wide.cs'))?.bytes)).toBe('was zip64');
    expect(text(again.workspace.files.get(path('sol/New.cs'))?.bytes)).toBe('class New {}');
    expect(text(again.workspace.files.get(path('sol/C.cs'))?.bytes)).toBe('class C {}');
    expect(text(out).startsWith(shape.front ?? '')).toBe(true);
    expect(text(out).endsWith(shape.comment ?? '')).toBe(true);
  });

  it('keeps date, mode, comment and extra fields of an edited entry', async () => {
    const zip = rawZip(awkward);
    const out = await packArchive(await openArchive(zip, ''), [
      edited('sol/A.cs', 'changed'),
      edited('sol/run.sh', 'stays stored'),
    ]);
    const [was, is] = [named(zip, 'sol/A.cs').record.slice(), named(out, 'sol/A.cs').record.slice()];
    for (const record of [was, is]) {
      record.fill(0, 16, 28); // checksum and sizes
      record.fill(0, 42, 46); // offset
    }
    expect(is).toEqual(was);
    expect(out.slice(named(out, 'sol/A.cs').start + 30 + 8, named(out, 'sol/A.cs').dataStart)).toEqual(
      Uint8Array.of(0x55, 0x54, 5, 0, 1, 1, 2, 3, 4),
    );
    expect(named(out, 'sol/run.sh')).toMatchObject({ method: 0, unixMode: 0o100755 });
  });

  it('takes date and mode of an added file from its sibling', async () => {
    const zip = rawZip(awkward);
    const out = await packArchive(await openArchive(zip, ''), [added('sol/neü.sh', 'new', 'sol/run.sh')]);
    const entry = named(out, 'sol/neü.sh');
    expect(entry.unixMode).toBe(0o100755);
    expect(entry.record.slice(12, 16)).toEqual(named(zip, 'sol/run.sh').record.slice(12, 16));
    expect(entry.flags & 0x800).toBe(0x800);
  });

  it.each(['sol/B.cs', 'sol/C.cs'])('leaves nothing of the data descriptor of %s', async (name) => {
    const out = await packArchive(await openArchive(rawZip(awkward), ''), [edited(name, 'changed')]);
    const { entries } = readZipLayout(out, '');
    const index = entries.findIndex((entry) => entry.name === name);
    const entry = entries[index]!;
    expect(entries[index + 1]?.start).toBe(entry.dataStart + entry.compressedSize);
    expect(entry.flags & 8).toBe(0);
  });

  it('edits the last of several entries of one name', async () => {
    const out = await packArchive(await openArchive(rawZip(awkward), ''), [edited('sol/D.cs', 'third')]);
    const contents = readZipLayout(out, '').entries.filter(({ name }) => name === 'sol/D.cs');
    expect(contents.map(({ crc }) => crc)).toEqual([crc32(utf8('first')), crc32(utf8('third'))]);
  });

  it('makes the same bytes every time', async () => {
    const zip = rawZip(awkward);
    const make = async () => packArchive(await openArchive(zip, ''), [edited('sol/A.cs', 'x'.repeat(9999))]);
    expect(await make()).toEqual(await make());
  });

  it('makes archives that JSZip reads', async () => {
    const out = await packArchive(await openArchive(rawZip(awkward, { comment: 'c' }), ''), [
      edited('sol/B.cs', 'changed'),
      added('n.cs', 'n', null),
    ]);
    const read = await JSZip.loadAsync(out, { checkCRC32: true });
    expect(await read.file('sol/B.cs')?.async('string')).toBe('changed');
    expect(await read.file('n.cs')?.async('string')).toBe('n');
  });

  it.runIf(has('unzip'))('makes archives that unzip takes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zip-'));
    const sane = awkward.filter(({ name }) => typeof name === 'string' && !/[\\]|^\/|\.\./.test(name));
    const out = await packArchive(await openArchive(rawZip(sane), ''), [
      edited('sol/B.cs', 'changed'),
      added('n.cs', 'n', 'sol/C.cs'),
    ]);
    writeFileSync(`${folder}/a.zip`, out);
    expect(execFileSync('unzip', ['-t', `${folder}/a.zip`], { encoding: 'utf8' })).toContain('No errors detected');
    rmSync(folder, { recursive: true });
  });
});

/** Headers, data and record as they stand, the offset in the record aside. */
function verbatim(zip: Uint8Array, entry: ZipEntry) {
  const record = entry.record.slice();
  record.fill(0, 42, 46);
  return { local: zip.slice(entry.start, entry.dataStart + entry.compressedSize), record };
}
const named = (zip: Uint8Array, name: string) => readZipLayout(zip, '').entries.find((entry) => entry.name === name)!;

function has(program: string): boolean {
  try {
    execFileSync(program, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
