/** Relative to the archive root, forward slashes; never absolute, never "..". */
export type FilePath = string & { readonly __brand: 'FilePath' };

/** As written by a person or a project file: backslashes and `./` are fine. Undefined for what leaves the root or is absolute. */
export const parsePath = (written: string): FilePath | undefined => resolvePath('', written);

/** `written` as seen from `folder`, which is '' at the root. Undefined for what leaves the root or is absolute. */
export function resolvePath(folder: string, written: string): FilePath | undefined {
  const path = written.replaceAll('\\', '/');
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return undefined;
  const segments: string[] = folder === '' ? [] : folder.split('/');
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.length > 0 ? (segments.join('/') as FilePath) : undefined;
}

/** Is it a path as it stands: relative, forward slashes, no empty, `.` or `..` segment? */
export const isFilePath = (path: string): path is FilePath =>
  !/[\\\0]|^[a-z]:/i.test(path) && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

/** '' at the root, else without a trailing slash. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** In lower case and with its dot; '' where there is none. */
export const extensionOf = (path: string): string => /\.[^./]+$/.exec(path)?.[0].toLowerCase() ?? '';

export const isInFolder = (path: string, folder: string): boolean => folder === '' || path.startsWith(`${folder}/`);

/** `path` as seen from `folder`, with `../` where it must. */
export function relativePath(folder: string, path: FilePath): string {
  const from = folder === '' ? [] : folder.split('/');
  const to = path.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}

/** By code units: the same everywhere, whatever the locale. */
export const byPath = (a: { readonly path: string }, b: { readonly path: string }) =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
