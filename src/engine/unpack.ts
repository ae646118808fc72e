import { openEntries } from './archive/deflate.ts';
import { readZipLayout, type ZipEntry } from './archive/zip-reader.ts';
import { UpgradeError } from './errors.ts';

export interface UnpackedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly mode?: number; // Unix mode, where the archive has one
}

/** Every file of a zip, for a folder on disk. A later entry of the same name wins, as when any other tool unpacks it. */
export async function unpack(zip: Uint8Array, name: string): Promise<readonly UnpackedFile[]> {
  const entries = readZipLayout(zip, name).entries.filter(isFile);
  const inflate = await openEntries(zip, entries);
  const files = new Map<string, UnpackedFile>();
  for (const [index, entry] of entries.entries()) {
    const bytes = await inflate(index);
    if (!bytes) throw new UpgradeError('archive-damaged', { file: name, why: `${entry.name} cannot be unpacked` });
    files.set(entry.name, { path: entry.name, bytes, ...(entry.unixMode === 0 ? {} : { mode: entry.unixMode }) });
  }
  return [...files.values()];
}

/** Links stay in the archive: on disk they could lead anywhere. */
const isFile = (entry: ZipEntry): entry is ZipEntry & { readonly name: string } =>
  entry.name !== undefined && !entry.name.endsWith('/') && (entry.unixMode & 0o170000) !== 0o120000;
