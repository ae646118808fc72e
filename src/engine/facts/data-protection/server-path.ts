import type { Ending } from './default-name.ts';

/** An absolute path on some server, as that server writes it. */
export interface ServerPath {
  readonly bare: string; // without a separator at its end: `/app`, `C:\idp`; '' for `/`
  readonly separator: '/' | '\\';
  readonly isRoot: boolean; // `/`, `C:\`: never without its separator
}

/** null: relative, or a Windows path with slashes, which Windows would write in another way. */
export function serverPath(written: string): ServerPath | null {
  const text = written.trim();
  if (text.startsWith('/') && !text.startsWith('//')) return made(text, '/');
  if (/^([A-Za-z]:\\|\\\\[^\\])/.test(text) && !text.includes('/')) return made(text, '\\');
  return null;
}

function made(text: string, separator: '/' | '\\'): ServerPath {
  const bare = text.replace(/[\\/]+$/, '');
  return { bare, separator, isRoot: /^([A-Za-z]:)?$/.test(bare) };
}

/** The name that a content root at this path gives. */
export const nameAt = ({ bare, separator, isRoot }: ServerPath, ending: Exclude<Ending, 'unknown'>) =>
  ending === 'ended' || isRoot ? bare + separator : bare;

export const endsWithSeparator = (text: string) => /[\\/]$/.test(text.trim());
