import { type FilePath, folderOf } from '../../workspace/file-path.ts';

/** MSBuild thinks in absolute paths; the archive's root stands here. */
export const archiveRoot = '/~/';

export const absolute = (path: FilePath | string) => archiveRoot + path;

/** Relative to the archive, from an absolute path or one relative to `folder`. null: it leads out of the archive. */
export function archivePath(folder: string, path: string): string | null {
  const slashed = path.replaceAll('\\', '/');
  if (/^([a-z]:|\/)/i.test(slashed) && !slashed.startsWith(archiveRoot)) return null;
  const start = slashed.startsWith(archiveRoot) ? slashed.slice(archiveRoot.length) : `${folder}/${slashed}`;
  const parts: string[] = [];
  for (const part of start.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

/** `folder` and every folder around it, nearest first; the archive's root is ''. */
export function foldersUp(folder: string): string[] {
  const up = [folder];
  for (let at = folder; at !== ''; ) {
    at = folderOf(at);
    up.push(at);
  }
  return up;
}
