import { flag, localHeaderSize, recordSize, signature } from './zip-format.ts';
import { byStart, extraFields, splitExtra, type ZipEntry, type ZipLayout } from './zip-reader.ts';
import { concat, type PackedData, viewOf, withData, withParts, withUtf8Flag, writeLocalHeader } from './zip-writer.ts';

export interface AddedEntry {
  readonly path: string;
  readonly like: ZipEntry;
  readonly packed: PackedData;
}

/** One entry as it will be written: its bytes up to the next one, and its directory record, still with its old offset. */
interface Piece {
  readonly local: Uint8Array;
  readonly record: Uint8Array;
}

const none = new Uint8Array(0);

/**
 * The archive with other data for some entries and with some entries added. Everything else is copied as it stands:
 * headers, data, what lies between entries, in front of them and after the directory.
 */
export function repackZip(
  layout: ZipLayout,
  edited: ReadonlyMap<ZipEntry, PackedData>,
  added: readonly AddedEntry[],
): Uint8Array {
  const sorted = byStart(layout.entries);
  const front = layout.bytes.subarray(0, sorted[0]?.start ?? layout.directoryStart);
  const pieces = new Map<ZipEntry, Piece[]>();
  sorted.forEach((entry, i) => {
    const end = sorted[i + 1]?.start ?? layout.directoryStart;
    const packed = edited.get(entry);
    const own = packed ? editedPiece(layout, entry, end, packed) : copiedPiece(layout, entry, end);
    pieces.set(entry, [own, ...added.filter(({ like }) => like === entry).map(addedPiece)]);
  });

  let at = front.length - layout.shift;
  const offsets = new Map<Piece, number>();
  const locals: Uint8Array[] = [];
  for (const piece of sorted.flatMap((entry) => pieces.get(entry) ?? [])) {
    offsets.set(piece, at);
    at += piece.local.length;
    locals.push(piece.local);
  }
  const records = layout.entries
    .flatMap((entry) => pieces.get(entry) ?? [])
    .map((piece) => withOffset(piece.record, offsets.get(piece) ?? 0));
  const directory = concat(records);
  return concat([front, ...locals, directory, tail(layout, records.length, directory.length, at)]);
}

function copiedPiece({ bytes }: ZipLayout, entry: ZipEntry, end: number): Piece {
  return { local: bytes.subarray(entry.start, end), record: entry.record };
}

/** Name, date, mode, comment and extra fields stay; a data descriptor goes, since the header now knows the size. */
function editedPiece({ bytes }: ZipLayout, entry: ZipEntry, end: number, packed: PackedData): Piece {
  const dataEnd = entry.dataStart + entry.compressedSize;
  const rest = bytes.subarray(dataEnd + descriptorLength(bytes.subarray(dataEnd, end), entry), end);
  const record = withData(withoutZip64(entry.record), packed);
  const nameLength = viewOf(bytes).getUint16(entry.start + 26, true);
  const extra = bytes.subarray(entry.start + localHeaderSize + nameLength, entry.dataStart);
  const local = writeLocalHeader(record, concat(keepExtra(splitExtra(extra), (id) => id !== 0x0001)));
  return { local: concat([local, packed.data, rest]), record };
}

/** Dates and owner of a sibling may be taken over; names, sizes and encryption are its own. */
const sharedFields: readonly number[] = [0x000a, 0x5455, 0x5855, 0x7855, 0x7875];

function addedPiece({ path, like, packed }: AddedEntry): Piece {
  const name = new TextEncoder().encode(path);
  const extra = concat(keepExtra(extraFields(like.record), (id) => sharedFields.includes(id)));
  const record = withData(withParts(like.record, name, extra, none), packed);
  const named = name.length === path.length ? record : withUtf8Flag(record);
  return { local: concat([writeLocalHeader(named), packed.data]), record: named };
}

function withoutZip64(record: Uint8Array): Uint8Array {
  const view = viewOf(record);
  const nameEnd = recordSize + view.getUint16(28, true);
  const extra = concat(keepExtra(extraFields(record), (id) => id !== 0x0001));
  const comment = record.subarray(nameEnd + view.getUint16(30, true));
  return withParts(record, record.subarray(recordSize, nameEnd), extra, comment);
}

const keepExtra = (fields: ReturnType<typeof splitExtra>, keep: (id: number) => boolean) =>
  fields.filter(({ id }) => keep(id)).map(({ bytes }) => bytes);

/** With or without its optional signature, with sizes of 4 or 8 bytes. */
function descriptorLength(rest: Uint8Array, entry: ZipEntry): number {
  if ((entry.flags & flag.descriptor) === 0) return 0;
  const view = viewOf(rest);
  const isSigned = rest.length >= 16 && view.getUint32(0, true) === signature.descriptor;
  const sizeAt = isSigned ? 8 : 4;
  if (rest.length < sizeAt + 8) return 0;
  const isWide =
    rest.length >= sizeAt + 16 &&
    view.getUint32(sizeAt, true) === entry.compressedSize &&
    view.getUint32(sizeAt + 4, true) === 0 &&
    entry.size !== 0;
  return sizeAt + (isWide ? 16 : 8);
}

/** In the zip64 field where it stood there, else in the record itself. */
function withOffset(record: Uint8Array, offset: number): Uint8Array {
  const copy = record.slice();
  const view = viewOf(copy);
  const zip64 = extraFields(copy).find(({ id }) => id === 0x0001);
  if (view.getUint32(42, true) !== 0xffffffff || !zip64) {
    view.setUint32(42, offset, true);
    return copy;
  }
  const before = [24, 20].filter((at) => view.getUint32(at, true) === 0xffffffff).length * 8;
  viewOf(zip64.data).setBigUint64(before, BigInt(offset), true);
  return copy;
}

/** All that follows the directory, with its new count, size and place. */
function tail(layout: ZipLayout, count: number, size: number, offset: number): Uint8Array {
  const bytes = layout.bytes.slice(layout.directoryEnd);
  const view = viewOf(bytes);
  const end = layout.end - layout.directoryEnd;
  const clamp = (at: number, value: number, limit: number) => (at === limit ? limit : value);
  view.setUint16(end + 8, clamp(view.getUint16(end + 8, true), count, 0xffff), true);
  view.setUint16(end + 10, clamp(view.getUint16(end + 10, true), count, 0xffff), true);
  view.setUint32(end + 12, clamp(view.getUint32(end + 12, true), size, 0xffffffff), true);
  view.setUint32(end + 16, clamp(view.getUint32(end + 16, true), offset, 0xffffffff), true);
  if (layout.zip64End !== undefined) {
    const zip64 = layout.zip64End - layout.directoryEnd;
    view.setBigUint64(zip64 + 24, BigInt(count), true);
    view.setBigUint64(zip64 + 32, BigInt(count), true);
    view.setBigUint64(zip64 + 40, BigInt(size), true);
    view.setBigUint64(zip64 + 48, BigInt(offset), true);
    view.setBigUint64(end - 20 + 8, BigInt(offset + size + zip64), true);
  }
  return bytes;
}
