import JSZip from 'jszip';
import { invariant } from '../errors.ts';
import { crc32 } from './crc32.ts';
import { method } from './zip-format.ts';
import { readZipLayout, type ZipEntry } from './zip-reader.ts';
import { concat, type PackedData, writeZip } from './zip-writer.ts';

/** JSZip inflates and deflates; it only ever sees archives with plain names, and gives none away. */

/** What the types leave out: the stream of one entry, and the size that JSZip holds it against. */
interface StreamedEntry {
  internalStream(type: 'uint8array'): JSZip.JSZipStreamHelper<Uint8Array>;
  readonly _data: { uncompressedSize: number };
}

export type Inflate = (index: number) => Promise<Uint8Array | undefined>;

/** A function that unpacks one of the entries; undefined where the data is not what its directory says, or can't be read. */
export async function openEntries(bytes: Uint8Array, entries: readonly ZipEntry[]): Promise<Inflate> {
  const packed = entries.map((entry, i) => ({
    name: String(i),
    method: isReadable(entry) ? entry.method : method.stored,
    crc: entry.crc,
    size: entry.size,
    data: bytes.subarray(entry.dataStart, entry.dataStart + entry.compressedSize),
  }));
  const zip = await JSZip.loadAsync(writeZip(packed));
  return (index) => {
    const entry = packed[index];
    const streamed = zip.file(String(index)) as StreamedEntry | null;
    invariant(entry && streamed, 'every entry is in the archive made of them');
    return inflate(streamed, entry);
  };
}

async function inflate(streamed: StreamedEntry, { size, crc }: PackedData): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // On a size that differs from this one JSZip throws where no one can catch it; so it follows, and `length` is checked below.
  streamed._data.uncompressedSize = 0;
  await new Promise<void>((resolve) => {
    const stream = streamed.internalStream('uint8array');
    stream
      .on('data', (chunk) => {
        length += chunk.length;
        chunks.push(chunk);
        streamed._data.uncompressedSize = length;
        if (length > size) {
          stream.pause();
          resolve();
        }
      })
      .on('error', () => resolve())
      .on('end', () => resolve())
      .resume();
  });
  // Copied even where it is one chunk: that has a whole buffer behind it, however short the file.
  const bytes = concat(chunks);
  return length === size && crc32(bytes) === crc ? bytes : undefined;
}

/** Deterministic, on every machine the same. */
export async function packData(contents: readonly { bytes: Uint8Array; deflated: boolean }[]): Promise<PackedData[]> {
  const zip = new JSZip();
  contents.forEach(({ bytes, deflated }, i) => {
    zip.file(String(i), bytes, { date: new Date(0), compression: deflated ? 'DEFLATE' : 'STORE' });
  });
  const made = await zip.generateAsync({ type: 'uint8array', compressionOptions: { level: 6 } });
  return readZipLayout(made, 'our own archive').entries.map(({ method, crc, size, dataStart, compressedSize }) => ({
    method,
    crc,
    size,
    data: made.subarray(dataStart, dataStart + compressedSize),
  }));
}

export const isReadable = (entry: ZipEntry): boolean =>
  entry.method === method.stored || entry.method === method.deflated;
