import { createHash } from 'node:crypto';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { added, edited } from '../../testing/raw-zip.ts';
import { openFiles, openFolder } from './open-folder.ts';
import { packArchive } from './pack-archive.ts';
import { readZipLayout } from './zip-reader.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

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

  it('says which files are too large to be read', () => {
    const large = { path: 'big.sql', bytes: new Uint8Array(33 * 1024 ** 2) };
    expect(openFolder('sol', [large]).workspace.notices.map(({ code }) => code)).toEqual(['unread-size']);
  });

  it('refuses a folder without files', () => {
    expect(() => openFolder('sol', [files[2]!])).toThrow('holds no files');
  });
});
