import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { UpgradeError } from '../errors.ts';
import type { FilePath } from '../workspace/file-path.ts';
import type { AddedFile, EditedFile } from '../workspace/patched-file.ts';
import { crc32 } from './crc32.ts';
import { openArchive } from './open-archive.ts';
import { openFiles, openFolder } from './open-folder.ts';
import { packArchive } from './pack-archive.ts';
import { readZipLayout, type ZipEntry } from './zip-reader.ts';
import { concat, viewOf } from './zip-writer.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const text = (bytes: Uint8Array | undefined) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const path = (written: string) => written as FilePath;

interface RawEntry {
  readonly name: string | Uint8Array;
  readonly content?: string | Uint8Array;
  readonly stored?: boolean;
  readonly flags?: number;
  readonly mode?: number; // Unix; made on Windows without
  readonly localExtra?: readonly number[];
  readonly extra?: readonly number[];
  readonly comment?: string;
  readonly descriptor?: 'signed' | 'bare';
  readonly zip64?: boolean;
  readonly size?: number; // what the headers claim
  readonly crc?: number;
  readonly method?: number;
}

interface ZipShape {
  readonly front?: string;
  readonly comment?: string;
  readonly zip64End?: boolean;
  readonly absolute?: boolean; // offsets count what stands in front
}

/** Byte by byte, so that a test can have what no tool of ours would write. */
function rawZip(entries: readonly RawEntry[], { front = '', comment = '', zip64End, absolute }: ZipShape = {}) {
  const start = utf8(front).length;
  const locals: Uint8Array[] = [];
  const records: Uint8Array[] = [];
  let offset = absolute ? start : 0;
  for (const entry of entries) {
    const name = typeof entry.name === 'string' ? utf8(entry.name) : entry.name;
    const content = typeof entry.content === 'string' ? utf8(entry.content) : (entry.content ?? new Uint8Array(0));
    const data = entry.stored ? content : new Uint8Array(deflateRawSync(content));
    const method = entry.method ?? (entry.stored ? 0 : 8);
    const flags = (entry.flags ?? 0) | (entry.descriptor ? 8 : 0);
    const crc = entry.crc ?? crc32(content);
    const size = entry.size ?? content.length;
    const u16 = (...values: number[]) => values.flatMap((v) => [v & 0xff, v >>> 8]);
    const u32 = (...values: number[]) =>
      values.flatMap((v) => [v & 0xff, (v >>> 8) & 0xff, (v >>> 16) & 0xff, v >>> 24]);
    const known = entry.descriptor ? [0, 0, 0] : [crc, data.length, size];
    const localExtra = entry.localExtra ?? [];
    const head = [...u32(0x04034b50), ...u16(20, flags, method, 0x6c32, 0x5821), ...u32(...known)];
    const tail = entry.descriptor
      ? [...(entry.descriptor === 'signed' ? u32(0x08074b50) : []), ...u32(crc, data.length, size)]
      : [];
    locals.push(
      concat([
        Uint8Array.from([...head, ...u16(name.length, localExtra.length)]),
        name,
        Uint8Array.from(localExtra),
        data,
        Uint8Array.from(tail),
      ]),
    );
    const wide = entry.zip64 ? [...u16(1, 24), ...u32(size, 0, data.length, 0, offset, 0)] : [];
    const extra = [...wide, ...(entry.extra ?? [])];
    const note = utf8(entry.comment ?? '');
    const madeBy = entry.mode === undefined ? 0x0014 : 0x031e;
    const attributes = entry.mode === undefined ? 0x20 : (entry.mode << 16) >>> 0;
    const max = 0xffffffff;
    records.push(
      concat([
        Uint8Array.from([
          ...u32(0x02014b50),
          ...u16(madeBy, 20, flags, method, 0x6c32, 0x5821),
          ...u32(crc, ...(entry.zip64 ? [max, max] : [data.length, size])),
          ...u16(name.length, extra.length, note.length, 0, 1),
          ...u32(attributes, entry.zip64 ? max : offset),
        ]),
        name,
        Uint8Array.from(extra),
        note,
      ]),
    );
    offset += locals.at(-1)!.length;
  }
  const directory = concat(records);
  const end = new Uint8Array(22);
  const view = viewOf(end);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, entries.length, true);
  view.setUint16(10, zip64End ? 0xffff : entries.length, true);
  view.setUint32(12, zip64End ? 0xffffffff : directory.length, true);
  view.setUint32(16, zip64End ? 0xffffffff : offset, true);
  view.setUint16(20, comment.length, true);
  const wide = zip64End ? [zip64Tail(entries.length, directory.length, offset)] : [];
  return concat([utf8(front), ...locals, directory, ...wide, end, utf8(comment)]);
}

function zip64Tail(count: number, size: number, offset: number): Uint8Array {
  const bytes = new Uint8Array(56 + 20);
  const view = viewOf(bytes);
  view.setUint32(0, 0x06064b50, true);
  view.setBigUint64(4, 44n, true);
  view.setUint16(12, 45, true);
  view.setUint16(14, 45, true);
  for (const [i, value] of [count, count, size, offset].entries()) view.setBigUint64(24 + 8 * i, BigInt(value), true);
  view.setUint32(56, 0x07064b50, true);
  view.setBigUint64(64, BigInt(offset + size), true);
  view.setUint32(72, 1, true);
  return bytes;
}

const edited = (name: string, bytes: string): EditedFile => ({
  kind: 'edit',
  path: path(name),
  before: new Uint8Array(0),
  bytes: utf8(bytes),
  encoding: 'utf-8',
  bom: false,
  findings: ['f'],
  edits: [],
});
const added = (name: string, bytes: string, like: string | null): AddedFile => ({
  kind: 'add',
  path: path(name),
  bytes: utf8(bytes),
  encoding: 'utf-8',
  bom: false,
  findings: ['f'],
  sha256: '',
  like: like as FilePath | null,
  isExecutable: false,
});

/** Headers, data and record as they stand, the offset in the record aside. */
function verbatim(zip: Uint8Array, entry: ZipEntry) {
  const record = entry.record.slice();
  record.fill(0, 42, 46);
  return { local: zip.slice(entry.start, entry.dataStart + entry.compressedSize), record };
}
const named = (zip: Uint8Array, name: string) => readZipLayout(zip, '').entries.find((entry) => entry.name === name)!;

async function errorOf(promise: Promise<unknown>) {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UpgradeError)) throw error ?? new Error('nothing was thrown');
  return { code: error.code, message: error.message };
}

const awkward: RawEntry[] = [
  { name: 'sol/', stored: true, mode: 0o040755 },
  {
    name: 'sol/A.cs',
    content: 'class A {}\r\n',
    mode: 0o100600,
    localExtra: [0x55, 0x54, 5, 0, 1, 1, 2, 3, 4],
    extra: [0x55, 0x54, 5, 0, 1, 1, 2, 3, 4],
    comment: 'mine',
  },
  { name: 'sol/run.sh', content: '#!/bin/sh\n', stored: true, mode: 0o100755 },
  { name: 'sol/B.cs', content: 'class B {}', descriptor: 'signed', mode: 0o100644 },
  { name: 'sol/C.cs', content: 'class C {}', descriptor: 'bare', mode: 0o100644 },
  { name: 'sol/bin/App.dll', content: 'MZ' },
  { name: 'sol/src/.GIT/config', content: '[core]' },
  { name: 'sol/link', content: 'A.cs', mode: 0o120777 },
  { name: '../evil.cs', content: 'x' },
  { name: 'back\\slash.cs', content: 'x' },
  { name: '/abs.cs', content: 'x' },
  { name: 'sol/D.cs', content: 'first' },
  { name: 'sol/D.cs', content: 'second' },
  { name: Uint8Array.of(0x73, 0x6f, 0x6c, 0x2f, 0x81, 0x2e, 0x63, 0x73), content: 'cp437' },
  { name: 'sol/größe.cs', content: 'utf', flags: 0x800 },
  { name: 'sol/wide.cs', content: 'zip64', zip64: true },
];

describe('openArchive', () => {
  it('has every file that can be read, in the order of the archive', async () => {
    const { workspace, input, root } = await openArchive(rawZip(awkward), 'a.zip');
    expect([...workspace.files.keys()]).toEqual([
      'sol/A.cs',
      'sol/run.sh',
      'sol/B.cs',
      'sol/C.cs',
      'sol/D.cs',
      'sol/ü.cs',
      'sol/größe.cs',
      'sol/wide.cs',
    ]);
    expect(text(workspace.files.get(path('sol/D.cs'))?.bytes)).toBe('second');
    expect(text(workspace.files.get(path('sol/wide.cs'))?.bytes)).toBe('zip64');
    expect(workspace.files.get(path('sol/run.sh'))?.isExecutable).toBe(true);
    expect(workspace.files.get(path('sol/A.cs'))?.isExecutable).toBeUndefined();
    expect(input).toEqual({
      name: 'a.zip',
      files: 15,
      bytes: rawZip(awkward).length,
      sha256: createHash('sha256').update(rawZip(awkward)).digest('hex'),
    });
    expect(root).toBe('');
  });

  it('says what it passes through unread', async () => {
    const { workspace } = await openArchive(rawZip(awkward), 'a.zip');
    expect(workspace.notices.map(({ code }) => code)).toEqual([
      'left-out',
      'unread-name',
      'unread-duplicate',
      'unread-link',
    ]);
    expect(workspace.notices[0]?.message).toBe(
      'Folders named `.git` (1 file), `bin` (1 file) pass through untouched and unread.',
    );
    expect(workspace.notices[1]?.message).toContain('`../evil.cs`, `back\\slash.cs`, `/abs.cs`');
  });

  it('knows the one root folder', async () => {
    expect((await openArchive(rawZip([{ name: 'r/' }, { name: 'r/a' }, { name: 'r/b/c' }]), '')).root).toBe('r');
    expect((await openArchive(rawZip([{ name: 'r/a' }, { name: 'rb/c' }]), '')).root).toBe('');
  });

  it('never reads what is in a folder that is left out', async () => {
    const zip = rawZip([
      { name: 'a.cs', content: 'a' },
      { name: 'x/OBJ/a', content: 'a', crc: 1 },
      { name: 'bin', content: 'a file' },
    ]);
    expect([...(await openArchive(zip, '')).workspace.files.keys()]).toEqual(['a.cs', 'bin']);
  });

  it('reads archives with bytes in front, whether or not offsets count them', async () => {
    for (const absolute of [false, true]) {
      const { workspace } = await openArchive(rawZip(awkward, { front: 'MZ stub', absolute, comment: 'bye' }), '');
      expect(text(workspace.files.get(path('sol/A.cs'))?.bytes)).toBe('class A {}\r\n');
    }
  });

  it('carries a file along unread that is too large', async () => {
    const zip = rawZip([
      { name: 'a.cs', content: 'a' },
      { name: 'big.sql', size: 33 * 1024 ** 2 },
    ]);
    const { workspace } = await openArchive(zip, '');
    expect(workspace.files.get(path('big.sql'))).toEqual({
      path: 'big.sql',
      bytes: new Uint8Array(0),
      isTooLarge: true,
    });
    expect(workspace.notices.map(({ code }) => code)).toEqual(['unread-size']);
  });

  it('reports progress by file', async () => {
    const seen: number[] = [];
    await openArchive(rawZip([{ name: 'a' }, { name: 'b' }]), '', (done, total) => seen.push(done, total));
    expect(seen).toEqual([1, 2, 2, 2]);
  });

  const a = { name: 'a.cs', content: 'class A {}' };
  it.each([
    ['archive-unreadable', utf8('not a zip at all, only text that is long enough')],
    ['archive-unreadable', new Uint8Array(0)],
    ['archive-unreadable', rawZip([a]).subarray(0, 50)],
    ['archive-empty', rawZip([])],
    ['archive-empty', rawZip([{ name: 'only/' }, { name: 'only/bin/a.dll' }])],
    ['archive-encrypted', rawZip([{ ...a, flags: 1 }])],
    ['archive-damaged', rawZip([{ ...a, crc: 1 }])],
    ['archive-damaged', rawZip([{ ...a, size: 4 }])],
    ['archive-damaged', rawZip([{ ...a, size: 400 }])],
    ['archive-damaged', rawZip([{ ...a, method: 8, stored: true }])],
    ['archive-damaged', rawZip([{ ...a, content: '', size: 5, stored: true }])],
    ['archive-damaged', rawZip([{ name: 'bomb', content: new Uint8Array(5_000_000), size: 10 }])],
    ['archive-too-large', rawZip(Array.from({ length: 40 }, (_, i) => ({ name: `${i}`, size: 31 * 1024 ** 2 })))],
    ['archive-too-large', rawZip([a, { name: 'b', size: 0xfffffff0 }])],
    ['archive-unsupported', rawZip([{ ...a, method: 12 }])],
    ['archive-unsupported', rawZip([{ ...a, name: 'src\\a.cs' }])],
  ])('refuses with %s', async (code, zip) => {
    expect((await errorOf(openArchive(zip, 'x.zip'))).code).toBe(code);
  });

  it('names the entry that is damaged', async () => {
    expect((await errorOf(openArchive(rawZip([{ ...a, crc: 1 }]), 'x.zip'))).message).toContain('a.cs');
  });

  it('refuses two entries that share their data', async () => {
    const zip = rawZip([a, { ...a, name: 'b.cs' }]);
    const second = readZipLayout(zip, '').entries[1]!;
    viewOf(second.record).setUint32(42, 0, true);
    expect((await errorOf(openArchive(zip, 'x.zip'))).code).toBe('archive-damaged');
  });

  it('survives any single byte being wrong', async () => {
    const zip = rawZip([a, { name: 'b/c.cs', content: 'class C {}', descriptor: 'signed' }], { comment: 'x' });
    for (let at = 0; at < zip.length; at++) {
      const broken = zip.slice();
      broken[at]! ^= 0xff;
      await openArchive(broken, 'x.zip').catch((error: unknown) => {
        if (!(error instanceof UpgradeError)) throw new Error(`byte ${at}: ${error}`);
      });
    }
  });
});

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
    const { writeFileSync, mkdtempSync, rmSync } = await import('node:fs');
    const folder = mkdtempSync('/tmp/zip-');
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

function has(program: string): boolean {
  try {
    execFileSync(program, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('folders and files', () => {
  const files = [
    { path: 'src/B.cs', bytes: utf8('b'), mode: 0o755, modified: new Date('2023-04-05T06:07:08Z') },
    { path: 'A.cs', bytes: utf8('a') },
    { path: 'bin/x.dll', bytes: new Uint8Array(0) },
    { path: 'obj/y', bytes: new Uint8Array(0) },
    { path: 'obj/z', bytes: new Uint8Array(0) },
  ];

  it('leaves out bin and obj and says so', () => {
    const { workspace, input } = openFolder('sol', files);
    expect([...workspace.files.keys()]).toEqual(['A.cs', 'src/B.cs']);
    expect(workspace.notices.map(({ message }) => message)).toEqual([
      'Folders named `bin` (1 file), `obj` (2 files) are left out.',
    ]);
    expect(input).toMatchObject({ name: 'sol', files: 2, bytes: 2 });
  });

  it('hashes the sorted lines of a checksum file', () => {
    const line = (content: string, name: string) => `${createHash('sha256').update(content).digest('hex')}  ${name}\n`;
    const lines = [line('a', 'A.cs'), line('b', 'src/B.cs')].sort().join('');
    expect(openFolder('sol', files).input.sha256).toBe(createHash('sha256').update(lines).digest('hex'));
  });

  it('packs as a zip by path, with dates and modes', async () => {
    const out = await packArchive(openFolder('sol', files), [
      edited('A.cs', 'changed'),
      added('src/C.cs', 'c', 'src/B.cs'),
    ]);
    expect(readZipLayout(out, '').entries.map(({ name, unixMode }) => [name, unixMode])).toEqual([
      ['A.cs', 0],
      ['src/B.cs', 0o100755],
      ['src/C.cs', 0o100755],
    ]);
    const zip = await JSZip.loadAsync(out);
    expect(await zip.file('A.cs')?.async('string')).toBe('changed');
    expect(zip.file('A.cs')?.date).toEqual(new Date('1980-01-01T00:00:00Z'));
    expect(zip.file('src/C.cs')?.date).toEqual(new Date('2023-04-05T06:07:08Z'));
  });

  it('names single files by their number', () => {
    expect(openFiles([files[0]!, files[1]!]).input.name).toBe('2 files');
    expect(openFiles([files[1]!]).input.name).toBe('A.cs');
  });

  it('refuses a folder without files', () => {
    expect(() => openFolder('sol', [files[2]!])).toThrow('holds no files');
  });
});
