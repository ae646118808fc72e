import { invariant } from '../errors.ts';
import { byPath } from '../workspace/file-path.ts';
import type { AddedFile, EditedFile, PatchedFile } from '../workspace/patched-file.ts';
import type { Archive, FolderArchive, ZipArchive } from './archive.ts';
import { packData } from './deflate.ts';
import { repackZip } from './repack-zip.ts';
import { method } from './zip-format.ts';
import { writeZip } from './zip-writer.ts';

/** The archive with these files changed. A zip in which nothing changes is returned as it came. */
export async function packArchive(archive: Archive, patched: readonly PatchedFile[]): Promise<Uint8Array> {
  const edited = patched.filter((file) => file.kind === 'edit');
  const added = patched.filter((file) => file.kind === 'add').sort(byPath);
  for (const { path } of edited) invariant(archive.workspace.files.has(path), `${path} is edited, so it is there`);
  for (const { path } of added) invariant(!archive.workspace.files.has(path), `${path} is added, so it is new`);
  return archive.kind === 'zip' ? packZip(archive, edited, added) : packFolder(archive, edited, added);
}

async function packZip(archive: ZipArchive, edited: readonly EditedFile[], added: readonly AddedFile[]) {
  if (edited.length + added.length === 0) return archive.layout.bytes;
  const entryOf = ({ path }: EditedFile) => {
    const entry = archive.entries.get(path);
    invariant(entry, `${path} has an entry`);
    return entry;
  };
  const siblingOf = ({ like }: AddedFile) => {
    const entry = (like && archive.entries.get(like)) ?? [...archive.entries.values()].at(-1);
    invariant(entry, 'an archive that was opened has an entry');
    return entry;
  };
  const packed = await packData([
    ...edited.map((file) => ({ bytes: file.bytes, deflated: entryOf(file).method !== method.stored })),
    ...added.map(({ bytes }) => ({ bytes, deflated: true })),
  ]);
  return repackZip(
    archive.layout,
    new Map(edited.map((file, i) => [entryOf(file), packed[i]!])),
    added.map((file, i) => ({ path: file.path, like: siblingOf(file), packed: packed[edited.length + i]! })),
  );
}

/** Root-relative and by path; dates and modes as the files have them. */
async function packFolder(archive: FolderArchive, edited: readonly EditedFile[], added: readonly AddedFile[]) {
  const received = new Map(archive.files.map((file) => [file.path, file]));
  const changed = new Map(edited.map((file) => [file.path, file.bytes]));
  const files = [
    ...archive.files.map((file) => ({ ...file, bytes: changed.get(file.path) ?? file.bytes })),
    ...added.map(({ path, bytes, like }) => ({ ...(like ? received.get(like) : undefined), path, bytes })),
  ].sort(byPath);
  const packed = await packData(files.map(({ bytes }) => ({ bytes, deflated: bytes.length > 0 })));
  return writeZip(
    files.map(({ path, modified, mode }, i) => ({ ...packed[i]!, name: path, modified, unixMode: mode })),
  );
}
