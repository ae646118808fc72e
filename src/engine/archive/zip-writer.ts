import { flag, localHeaderSize, method, recordSize, signature, unixPlatforms } from './zip-format.ts';

/** Data of an entry as it stands in a zip. */
export interface PackedData {
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly data: Uint8Array; // compressed, where the method says so
}

export interface NewEntry extends PackedData {
  readonly name: string;
  readonly modified?: Date | undefined;
  readonly unixMode?: number | undefined;
}

/** A whole archive of our own. */
export function writeZip(entries: readonly NewEntry[]): Uint8Array {
  const locals = entries.map((entry) => concat([writeLocalHeader(newRecord(entry)), entry.data]));
  let offset = 0;
  const records = entries.map((entry, i) => {
    const record = newRecord(entry);
    viewOf(record).setUint32(42, offset, true);
    offset += locals[i]!.length;
    return record;
  });
  const end = new Uint8Array(22);
  const view = viewOf(end);
  view.setUint32(0, signature.end, true);
  view.setUint16(8, entries.length, true);
  view.setUint16(10, entries.length, true);
  view.setUint32(
    12,
    records.reduce((sum, record) => sum + record.length, 0),
    true,
  );
  view.setUint32(16, offset, true);
  return concat([...locals, ...records, end]);
}

/** The local header that goes with a central directory record; `extra` is its own, since the two may differ. */
export function writeLocalHeader(record: Uint8Array, extra: Uint8Array = new Uint8Array(0)): Uint8Array {
  const nameLength = viewOf(record).getUint16(28, true);
  const header = new Uint8Array(localHeaderSize + nameLength + extra.length);
  const view = viewOf(header);
  view.setUint32(0, signature.local, true);
  header.set(record.subarray(6, 30), 4); // version needed up to the length of the name
  view.setUint16(28, extra.length, true);
  header.set(record.subarray(recordSize, recordSize + nameLength), localHeaderSize);
  header.set(extra, localHeaderSize + nameLength);
  return header;
}

/** A copy of the record for other data, without a data descriptor. */
export function withData(record: Uint8Array, packed: PackedData): Uint8Array {
  const copy = record.slice();
  const view = viewOf(copy);
  view.setUint16(8, view.getUint16(8, true) & ~(flag.descriptor | 0x0006), true); // bits 1 and 2: how hard it was compressed
  view.setUint16(10, packed.method, true);
  view.setUint32(16, packed.crc, true);
  view.setUint32(20, packed.data.length, true);
  view.setUint32(24, packed.size, true);
  return copy;
}

/** A copy of the record with other variable parts. A name that is not ASCII says that it is UTF-8. */
export function withParts(record: Uint8Array, name: Uint8Array, extra: Uint8Array, comment: Uint8Array): Uint8Array {
  const copy = concat([record.subarray(0, recordSize), name, extra, comment]);
  const view = viewOf(copy);
  view.setUint16(28, name.length, true);
  view.setUint16(30, extra.length, true);
  view.setUint16(32, comment.length, true);
  return copy;
}

export function withUtf8Flag(record: Uint8Array): Uint8Array {
  const copy = record.slice();
  const view = viewOf(copy);
  view.setUint16(8, view.getUint16(8, true) | flag.utf8, true);
  return copy;
}

function newRecord(entry: NewEntry): Uint8Array {
  const record = new Uint8Array(recordSize);
  const view = viewOf(record);
  const { time, date } = dosTime(entry.modified);
  const platform = entry.unixMode === undefined ? 0 : unixPlatforms[0]!;
  view.setUint32(0, signature.record, true);
  view.setUint16(4, (platform << 8) | 20, true);
  view.setUint16(6, entry.method === method.stored ? 10 : 20, true);
  view.setUint16(12, time, true);
  view.setUint16(14, date, true);
  view.setUint32(38, entry.unixMode === undefined ? 0 : ((entry.unixMode | 0o100000) << 16) >>> 0, true);
  const name = new TextEncoder().encode(entry.name);
  const named = withParts(withData(record, entry), name, new Uint8Array(0), new Uint8Array(0));
  return name.length === entry.name.length ? named : withUtf8Flag(named);
}

/** In UTC, so that it does not depend on the machine. 1980-01-01, the first day there is, where none is known. */
function dosTime(modified: Date | undefined): { time: number; date: number } {
  const year = modified?.getUTCFullYear() ?? 0;
  if (!modified || year < 1980 || year > 2107) return { time: 0, date: 0x21 };
  return {
    time: (modified.getUTCHours() << 11) | (modified.getUTCMinutes() << 5) | (modified.getUTCSeconds() >> 1),
    date: ((year - 1980) << 9) | ((modified.getUTCMonth() + 1) << 5) | modified.getUTCDate(),
  };
}

export const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
