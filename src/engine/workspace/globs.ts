import picomatch from 'picomatch/posix';
import { resolvePath } from './file-path.ts';

/**
 * Does a path match what an MSBuild item's `Include` says, seen from `folder`? Several patterns with `;`, backslashes,
 * `..` and `%xx` escapes; without case, as MSBuild does it. Only `*`, `?` and `**` have a meaning.
 */
export function globMatcher(patterns: string, folder = ''): (path: string) => boolean {
  const matchers = patterns
    .split(';')
    .map((pattern) => resolvePath(folder, unescapeMsbuild(pattern.trim())))
    .filter((pattern) => pattern !== undefined)
    .map(matcher);
  return (path) => matchers.some((matches) => matches(path));
}

export const isGlob = (pattern: string): boolean => /[*?]/.test(pattern);

function matcher(pattern: string): (path: string) => boolean {
  if (!isGlob(pattern)) {
    const wanted = pattern.toLowerCase();
    return (path) => path.toLowerCase() === wanted;
  }
  // `*.*` also takes a name without a dot there, a habit from DOS.
  const glob = pattern.replace(/(^|\/)\*\.\*$/, '$1*').replace(/[\\[\]{}()!+@|^$,"]/g, '\\$&');
  return picomatch(glob, { nocase: true, dot: true, nobrace: true, nobracket: true, noext: true, nonegate: true });
}

const unescapeMsbuild = (pattern: string) =>
  pattern.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
