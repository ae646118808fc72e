import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { UpgradeError } from '../errors.ts';
import { byPath, type FilePath } from '../workspace/file-path.ts';
import type { InputFile } from '../workspace/input.ts';
import { maxFileBytes, type WorkspaceFile } from '../workspace/workspace.ts';
import { type FolderArchive, isExecutable, rootOf } from './archive.ts';
import { type Reason, reasonOfName, unreadNotices } from './left-out.ts';

/**
 * A folder as if it were a zip of it. Files in `bin`, `.git` … may come without their bytes: they are counted for the
 * notice and nothing else.
 */
export function openFolder(name: string, files: readonly InputFile[]): FolderArchive {
  const unread = new Map<string, Reason>();
  for (const { path } of files) {
    const reason = reasonOfName(path);
    if (reason) unread.set(path, reason);
  }
  const kept = files.filter(({ path }) => !unread.has(path)) as (InputFile & { readonly path: FilePath })[];
  kept.sort(byPath);
  for (const { path, bytes } of kept) if (bytes.length > maxFileBytes) unread.set(path, 'too-large');
  if (kept.length === 0) throw new UpgradeError('archive-empty', { file: name });
  // What a zip of it can hold.
  if (kept.length > 0xffff) throw new UpgradeError('archive-too-large', { file: name, limit: '65,535 files' });
  return {
    kind: 'folder',
    input: {
      name,
      files: kept.length,
      bytes: kept.reduce((sum, file) => sum + file.bytes.length, 0),
      sha256: hashOf(kept),
    },
    root: rootOf(kept.map(({ path }) => path)),
    workspace: {
      name,
      files: new Map(kept.map((file) => [file.path, workspaceFile(file)])),
      notices: unreadNotices(unread, 'are left out'),
    },
    files: kept,
  };
}

/** One or more files on their own. */
export function openFiles(files: readonly InputFile[]): FolderArchive {
  const [only] = files;
  return openFolder(files.length === 1 && only ? only.path : `${files.length} files`, files);
}

function workspaceFile({ path, bytes, mode }: InputFile & { readonly path: FilePath }): WorkspaceFile {
  return { path, bytes, ...(isExecutable(mode) ? { isExecutable: true } : {}) };
}

/** Of the sorted "sha256  path" lines. */
function hashOf(files: readonly InputFile[]): string {
  const lines = files.map(({ path, bytes }) => `${bytesToHex(sha256(bytes))}  ${path}\n`).sort();
  return bytesToHex(sha256(new TextEncoder().encode(lines.join(''))));
}
