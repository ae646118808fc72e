import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { invariant, UpgradeError } from '../errors.ts';
import { type FilePath, isFilePath } from '../workspace/file-path.ts';
import { maxFileBytes, type WorkspaceFile } from '../workspace/workspace.ts';
import { isExecutable, maxUnpackedBytes, type OnProgress, rootOf, type ZipArchive } from './archive.ts';
import { isReadable, openEntries } from './deflate.ts';
import { type Reason, reasonOfName, unreadNotices } from './left-out.ts';
import { flag } from './zip-format.ts';
import { readZipLayout, type ZipEntry } from './zip-reader.ts';

/** Reads a zip. `name` is the file's, for messages and the report. */
export async function openArchive(bytes: Uint8Array, name: string, onProgress?: OnProgress): Promise<ZipArchive> {
  if (bytes.length === 0) throw new UpgradeError('archive-empty', { file: name });
  const layout = readZipLayout(bytes, name);
  const files = layout.entries.filter((entry) => !isFolder(entry));
  if (files.length === 0) throw new UpgradeError('archive-empty', { file: name });
  if (files.some(isEncrypted)) throw new UpgradeError('archive-encrypted', { file: name });

  const unread = new Map<ZipEntry, Reason>();
  const last = new Map(files.map((entry) => [entry.name, entry]));
  for (const entry of files) {
    const reason = reasonFor(entry, last.get(entry.name) === entry);
    if (reason) unread.set(entry, reason);
  }
  const known = files.filter((entry) => !unread.has(entry) || unread.get(entry) === 'too-large');
  const readable = known.filter((entry) => !unread.has(entry));
  checkSize(known, name);
  const reasons = new Map([...unread].map(([entry, reason]) => [entry.name ?? '?', reason]));
  if (known.length === 0) refuse(reasons, name);

  const contents = await readContents(bytes, readable, name, onProgress);
  const entries = new Map(known.map((entry) => [pathOf(entry), entry]));
  const workspaceFiles = new Map<FilePath, WorkspaceFile>();
  for (const [path, entry] of entries) {
    const content = contents.get(entry);
    workspaceFiles.set(path, {
      path,
      bytes: content ?? new Uint8Array(0),
      ...(content ? {} : { isTooLarge: true }),
      ...(isExecutable(entry.unixMode) ? { isExecutable: true } : {}),
    });
  }
  return {
    kind: 'zip',
    input: { name, files: files.length, bytes: bytes.length, sha256: bytesToHex(sha256(bytes)) },
    root: rootOf(files.map((entry) => entry.name ?? '')),
    workspace: { name, files: workspaceFiles, notices: unreadNotices(reasons, 'pass through untouched and unread') },
    layout,
    entries,
  };
}

const isFolder = (entry: ZipEntry) => entry.name?.endsWith('/') === true;

const isEncrypted = (entry: ZipEntry) => (entry.flags & (flag.encrypted | flag.strongEncryption | flag.masked)) !== 0;

function reasonFor(entry: ZipEntry, isLast: boolean): Reason | undefined {
  const reason = reasonOfName(entry.name);
  if (reason) return reason;
  if (!isLast) return 'duplicate';
  if ((entry.unixMode & 0o170000) === 0o120000) return 'link';
  if (!isReadable(entry)) return 'method';
  return entry.size > maxFileBytes ? 'too-large' : undefined;
}

/** By what the directory says; what unpacks to more than it says is refused when it is read. */
function checkSize(entries: readonly ZipEntry[], file: string): void {
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (total > maxUnpackedBytes) throw new UpgradeError('archive-too-large', { file, limit: '1 GiB' });
}

function refuse(unread: ReadonlyMap<string, Reason>, file: string): never {
  const reasons = new Set(unread.values());
  const why = reasons.has('method')
    ? 'its files are neither stored nor deflated'
    : reasons.has('odd-name')
      ? 'the names in it are not relative paths with forward slashes'
      : undefined;
  throw why ? new UpgradeError('archive-unsupported', { file, why }) : new UpgradeError('archive-empty', { file });
}

async function readContents(bytes: Uint8Array, entries: readonly ZipEntry[], file: string, onProgress?: OnProgress) {
  const inflate = await openEntries(bytes, entries);
  const contents = new Map<ZipEntry, Uint8Array>();
  for (const [index, entry] of entries.entries()) {
    const content = await inflate(index);
    if (!content) {
      throw new UpgradeError('archive-damaged', { file, why: `${entry.name} is not what its checksum and size say` });
    }
    contents.set(entry, content);
    onProgress?.(index + 1, entries.length);
  }
  return contents;
}

function pathOf(entry: ZipEntry): FilePath {
  invariant(entry.name !== undefined && isFilePath(entry.name), 'an entry in the workspace has a path for a name');
  return entry.name;
}
