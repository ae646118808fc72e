import type { FilePath } from '../../workspace/file-path.ts';

/** MSBuild thinks in absolute paths; the archive's root stands here. */
export const archiveRoot = '/~/';

export const absolute = (path: FilePath | string) => archiveRoot + path;

export const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** Relative to the archive, from an absolute path or one relative to `folder`. null: it leads out of the archive. */
export function resolvePath(folder: string, path: string): string | null {
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

/** The file patterns of MSBuild items: `**` crosses folders, `*` and `?` do not. Compared without case, as on Windows. */
export function patternToRegExp(pattern: string): RegExp {
  const body = pattern.replace(/\*\*\/|\*\*|\*|\?|[.+^${}()|[\]\\]/g, (token) => {
    if (token === '**/') return '(?:.*/)?';
    if (token === '**') return '.*';
    if (token === '*') return '[^/]*';
    if (token === '?') return '[^/]';
    return `\\${token}`;
  });
  return new RegExp(`^${body}$`, 'i');
}

export const isPattern = (text: string) => /[*?]/.test(text);
