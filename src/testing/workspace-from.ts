import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FilePath } from '../engine/workspace/file-path.ts';
import type { Workspace, WorkspaceFile } from '../engine/workspace/workspace.ts';

/** Where the sample solutions are; `cases/` below it are those with a known answer. */
export const solutions = fileURLToPath(new URL('./solutions', import.meta.url));

/** A folder's files as bytes, by their path below it, sorted. A folder that isn't there has none. */
export function filesIn(folder: string): Map<FilePath, Uint8Array> {
  if (!existsSync(folder)) return new Map();
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/') as FilePath)
    .sort((a, b) => (a < b ? -1 : 1));
  return new Map(paths.map((path) => [path, new Uint8Array(readFileSync(join(folder, path)))]));
}

export const workspaceFrom = (folder: string): Workspace => workspaceOf(filesIn(folder), folder);

export function workspaceOf(files: ReadonlyMap<FilePath, Uint8Array>, name = 'test'): Workspace {
  const entries = [...files].map(([path, bytes]): [FilePath, WorkspaceFile] => [path, { path, bytes }]);
  return { name, files: new Map(entries), notices: [] };
}

/** Files given as text, for a test that has no folder. */
export const workspaceOfTexts = (texts: Readonly<Record<string, string>>): Workspace =>
  workspaceOf(new Map(Object.entries(texts).map(([path, text]) => [path as FilePath, new TextEncoder().encode(text)])));
