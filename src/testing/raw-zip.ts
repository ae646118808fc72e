import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../engine/archive/crc32.ts';
import { concat, viewOf } from '../engine/archive/zip-writer.ts';
import type { FilePath } from '../engine/workspace/file-path.ts';
import type { AddedFile, EditedFile } from '../engine/workspace/patched-file.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const path = (written: string) => written as FilePath;

export interface RawEntry {
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

export interface ZipShape {
  readonly front?: string;
  readonly comment?: string;
  readonly zip64End?: boolean;
  readonly absolute?: boolean; // offsets count what stands in front
}

/** Byte by byte, so that a test can have what no tool of ours would write. */
export function rawZip(entries: readonly RawEntry[], { front = '', comment = '', zip64End, absolute }: ZipShape = {}) {
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

/** One of everything that makes an archive awkward. */
export const awkward: RawEntry[] = [
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

export const edited = (name: string, bytes: string): EditedFile => ({
  kind: 'edit',
  path: path(name),
  before: new Uint8Array(0),
  bytes: utf8(bytes),
  encoding: 'utf-8',
  bom: false,
  findings: ['f'],
  edits: [],
});
export const added = (name: string, bytes: string, like: string | null): AddedFile => ({
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
