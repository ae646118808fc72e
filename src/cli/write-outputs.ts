import { mkdir, readdir, rename, rm, rmdir, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { UsageError } from './usage-error.ts';

export interface OutputFile {
  readonly file: string;
  readonly bytes: Uint8Array | string;
}

export interface OutputFolder {
  readonly folder: string;
  readonly files: readonly {
    readonly path: string;
    readonly bytes: Uint8Array;
    readonly mode?: number;
    readonly modified?: Date;
  }[];
}

/** Before anything is read: would an output land where something is that it must not replace? */
export async function checkPlaces(
  files: readonly string[],
  folder: string | null,
  sql: string | null = null,
): Promise<void> {
  if (sql !== null && (await stat(sql).catch(() => null))?.isFile()) {
    throw new UsageError(`--sql ${sql} is a file; name a folder`);
  }
  for (const file of files) {
    const found = await stat(file).catch(() => null);
    if (found?.isDirectory()) throw new UsageError(`${file} is a folder; name a file`);
  }
  if (folder === null) return;
  const found = await stat(folder).catch(() => null);
  if (found && !found.isDirectory()) throw new UsageError(`--out-dir ${folder} is a file; name a new or empty folder`);
  if (found && (await readdir(folder)).length > 0) {
    throw new UsageError(`--out-dir ${folder} is not empty; name a new or empty folder`);
  }
}

/** All or nothing as far as a file system can: everything is written beside its place first, then renamed into it. */
export async function writeOutputs(files: readonly OutputFile[], folder: OutputFolder | null): Promise<void> {
  const drafts = files.map(({ file, bytes }) => ({ place: resolve(file), draft: besides(file), bytes }));
  const folderDraft = folder && { ...folder, place: resolve(folder.folder), draft: besides(folder.folder) };
  try {
    for (const { draft, bytes } of drafts) {
      await mkdir(dirname(draft), { recursive: true });
      await writeFile(draft, bytes);
    }
    if (folderDraft) await writeFolder(folderDraft.draft, folderDraft.files);
    for (const { draft, place } of drafts) await rename(draft, place);
    if (folderDraft) {
      await rmdir(folderDraft.place).catch(() => {}); // Windows renames onto nothing only
      await rename(folderDraft.draft, folderDraft.place);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new UsageError(`could not write: ${error.message}`);
    throw error;
  } finally {
    for (const { draft } of drafts) await rm(draft, { force: true });
    if (folderDraft) await rm(folderDraft.draft, { recursive: true, force: true });
  }
}

const besides = (file: string) => join(dirname(resolve(file)), `.${basename(resolve(file))}.${process.pid}.part`);

async function writeFolder(root: string, files: OutputFolder['files']): Promise<void> {
  await mkdir(root, { recursive: true });
  for (const { path, bytes, mode, modified } of files) {
    const place = resolve(root, path);
    if (!place.startsWith(root + sep)) throw new UsageError(`${path} would be written outside of --out-dir; use --out`);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, bytes, mode === undefined ? {} : { mode: mode & 0o777 });
    if (modified) await utimes(place, modified, modified);
  }
}
