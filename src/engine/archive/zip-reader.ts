import { UpgradeError } from '../errors.ts';
import { decodeName } from './entry-name.ts';
import { flag, localHeaderSize, recordSize, signature, unixPlatforms } from './zip-format.ts';

/** An entry as the central directory tells it. Offsets count from the first byte of the archive's file. */
export interface ZipEntry {
  readonly name: string | undefined; // undefined: not readable as what it claims to be
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly unixMode: number; // 0 where it has none
  readonly record: Uint8Array; // its central directory record, verbatim
  readonly start: number; // of its local header
  readonly dataStart: number;
}

/** Where everything lies. Entries are in the order of the central directory. */
export interface ZipLayout {
  readonly bytes: Uint8Array;
  readonly entries: readonly ZipEntry[];
  readonly shift: number; // what to add to an offset in the archive, where bytes stand in front of it
  readonly directoryStart: number;
  readonly directoryEnd: number;
  readonly end: number; // of the end record
  readonly zip64End: number | undefined;
}

/** Reads the directory and checks that entries neither overlap nor leave the file. `file` is for messages. */
export function readZipLayout(bytes: Uint8Array, file: string): ZipLayout {
  const damaged = (why: string) => new UpgradeError('archive-damaged', { file, why });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) throw new UpgradeError('archive-unreadable', { file });
  const { count, size, offset, zip64End } = readEnd(view, end);
  const directoryEnd = zip64End ?? end;
  const directoryStart = directoryEnd - size;
  const shift = directoryStart - offset;
  if (directoryStart < 0 || shift < 0) throw damaged('its central directory is not where it says');

  const entries: ZipEntry[] = [];
  let at = directoryStart;
  for (let i = 0; i < count; i++) {
    const entry = readEntry(view, at, directoryEnd, shift);
    if (!entry) throw damaged(`entry ${i + 1} of its central directory is damaged`);
    entries.push(entry);
    at += entry.record.length;
  }
  const overlap = findOverlap(entries, directoryStart);
  if (overlap) throw damaged(`${overlap.name ?? 'an entry'} is not where its directory says`);
  return { bytes, entries, shift, directoryStart, directoryEnd: at, end, zip64End };
}

/** The last end record whose comment fits. */
function findEnd(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== signature.end) continue;
    if (at + 22 + view.getUint16(at + 20, true) <= view.byteLength) return at;
  }
  return undefined;
}

interface EndRecord {
  readonly count: number;
  readonly size: number;
  readonly offset: number;
  readonly zip64End: number | undefined;
}

function readEnd(view: DataView, end: number): EndRecord {
  const zip64End = findZip64End(view, end);
  if (zip64End !== undefined) {
    return {
      count: readUint64(view, zip64End + 32),
      size: readUint64(view, zip64End + 40),
      offset: readUint64(view, zip64End + 48),
      zip64End,
    };
  }
  return {
    count: view.getUint16(end + 10, true),
    size: view.getUint32(end + 12, true),
    offset: view.getUint32(end + 16, true),
    zip64End,
  };
}

/** Just before its locator, which is just before the end record. */
function findZip64End(view: DataView, end: number): number | undefined {
  const locator = end - 20;
  if (locator < 56 || view.getUint32(locator, true) !== signature.zip64Locator) return undefined;
  for (const at of [readUint64(view, locator + 8), locator - 56]) {
    if (at <= locator - 56 && view.getUint32(at, true) === signature.zip64End) return at;
  }
  return undefined;
}

function readEntry(view: DataView, at: number, limit: number, shift: number): ZipEntry | undefined {
  if (at + recordSize > limit || view.getUint32(at, true) !== signature.record) return undefined;
  const u16 = (offset: number) => view.getUint16(at + offset, true);
  const u32 = (offset: number) => view.getUint32(at + offset, true);
  const length = recordSize + u16(28) + u16(30) + u16(32);
  if (at + length > limit) return undefined;
  const record = new Uint8Array(view.buffer, view.byteOffset + at, length);

  const wide = zip64Values(record);
  const size = wide(u32(24));
  const compressedSize = wide(u32(20));
  const start = wide(u32(42)) + shift;
  const dataStart = readDataStart(view, start);
  if (dataStart === undefined) return undefined;

  const flags = u16(8);
  return {
    name: decodeName(record.subarray(recordSize, recordSize + u16(28)), (flags & flag.utf8) !== 0),
    flags,
    method: u16(10),
    crc: u32(16),
    compressedSize,
    size,
    unixMode: unixPlatforms.includes(u16(4) >> 8) ? u32(38) >>> 16 : 0,
    record,
    start,
    dataStart,
  };
}

function readDataStart(view: DataView, start: number): number | undefined {
  if (!(start >= 0 && start + localHeaderSize <= view.byteLength)) return undefined;
  if (view.getUint32(start, true) !== signature.local) return undefined;
  return start + localHeaderSize + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
}

/** Takes the next 64-bit value of the record for each 32-bit one that is all ones. */
function zip64Values(record: Uint8Array): (value: number) => number {
  const extra = extraFields(record).find((field) => field.id === 0x0001);
  let at = 0;
  return (value) => {
    if (value !== 0xffffffff || !extra || at + 8 > extra.data.length) return value;
    at += 8;
    return readUint64(new DataView(extra.data.buffer, extra.data.byteOffset, extra.data.byteLength), at - 8);
  };
}

export interface ExtraField {
  readonly id: number;
  readonly data: Uint8Array;
  readonly bytes: Uint8Array; // id and length included
}

/** Of a central directory record. */
export function extraFields(record: Uint8Array): ExtraField[] {
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  const start = recordSize + view.getUint16(28, true);
  return splitExtra(record.subarray(start, start + view.getUint16(30, true)));
}

export function splitExtra(extra: Uint8Array): ExtraField[] {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  const fields: ExtraField[] = [];
  for (let at = 0; at + 4 <= extra.length; ) {
    const next = at + 4 + view.getUint16(at + 2, true);
    if (next > extra.length) break;
    fields.push({ id: view.getUint16(at, true), data: extra.subarray(at + 4, next), bytes: extra.subarray(at, next) });
    at = next;
  }
  return fields;
}

/** Two directory records for one piece of data are a trick, never a solution. */
function findOverlap(entries: readonly ZipEntry[], limit: number): ZipEntry | undefined {
  const sorted = byStart(entries);
  return sorted.find((entry, i) => entry.dataStart + entry.compressedSize > (sorted[i + 1]?.start ?? limit));
}

export const byStart = (entries: readonly ZipEntry[]): ZipEntry[] => [...entries].sort((a, b) => a.start - b.start);

export const readUint64 = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));
