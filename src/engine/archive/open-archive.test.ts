import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { awkward, rawZip } from '../../testing/raw-zip.ts';
import { UpgradeError } from '../errors.ts';
import type { FilePath } from '../workspace/file-path.ts';
import { openEntries } from './deflate.ts';
import { openArchive } from './open-archive.ts';
import { readZipLayout } from './zip-reader.ts';
import { viewOf } from './zip-writer.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const text = (bytes: Uint8Array | undefined) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const path = (written: string) => written as FilePath;

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
    ['archive-empty', new Uint8Array(0)],
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

  it('gives no bytes for an entry that is compressed in another way', async () => {
    const zip = rawZip([a, { ...a, name: 'b.cs', method: 12 }]);
    const inflate = await openEntries(zip, readZipLayout(zip, '').entries);
    expect(text(await inflate(0))).toBe('class A {}');
    expect(await inflate(1)).toBeUndefined();
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

async function errorOf(promise: Promise<unknown>) {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UpgradeError)) throw error ?? new Error('nothing was thrown');
  return { code: error.code, message: error.message };
}
