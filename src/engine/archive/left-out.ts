import { isFilePath } from '../workspace/file-path.ts';
import type { Notice } from '../workspace/workspace.ts';

const folders: readonly string[] = ['.git', 'bin', 'obj', 'node_modules', '.vs'];

/** The folder for which a file is neither read nor changed: `.git`, `bin` … at any depth, in any case. */
export const leftOutFolder = (path: string): string | undefined =>
  path
    .split('/')
    .slice(0, -1)
    .map((segment) => segment.toLowerCase())
    .find((segment) => folders.includes(segment));

export type Reason = 'odd-name' | 'duplicate' | 'link' | 'method' | 'too-large' | 'left-out';

/** Why an archive's entry is carried along as it came, unread. Undefined: it can be read. */
export function reasonOfName(name: string | undefined): Reason | undefined {
  if (name === undefined || !isFilePath(name)) return 'odd-name';
  return leftOutFolder(name) ? 'left-out' : undefined;
}

const sentences: Record<Exclude<Reason, 'left-out'>, readonly [code: string, why: string]> = {
  'odd-name': ['unread-name', 'have names that lead out of the archive or mean different things on different systems'],
  duplicate: ['unread-duplicate', 'are followed by a later entry of the same name, which is the one that counts'],
  link: ['unread-link', 'are symbolic links'],
  method: ['unread-method', 'are compressed in a way this tool does not read'],
  'too-large': ['unread-size', 'are larger than 32 MiB'],
};

/** One notice per reason. `fate` says what becomes of the folders: they pass through, or are not taken along. */
export function unreadNotices(unread: ReadonlyMap<string, Reason>, fate: string): Notice[] {
  const notices: Notice[] = [];
  const leftOut = namesFor(unread, 'left-out');
  if (leftOut.length > 0) notices.push(notice('left-out', leftOutMessage(leftOut, fate)));
  for (const [reason, [code, why]] of Object.entries(sentences)) {
    const names = namesFor(unread, reason as Reason);
    const shown = names.slice(0, 3).map((name) => `\`${name}\``);
    const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
    if (names.length > 0)
      notices.push(notice(code, `These ${why}; they pass through unread: ${shown.join(', ')}${more}.`));
  }
  return notices;
}

const namesFor = (unread: ReadonlyMap<string, Reason>, reason: Reason) =>
  [...unread].filter(([, why]) => why === reason).map(([name]) => name);

function leftOutMessage(paths: readonly string[], fate: string): string {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const folder = leftOutFolder(path) ?? '';
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const named = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([folder, n]) => `\`${folder}\` (${files(n)})`);
  return `Folders named ${named.join(', ')} ${fate}.`;
}

const files = (count: number) => (count === 1 ? '1 file' : `${count} files`);

const notice = (code: string, message: string): Notice => ({ code, path: null, line: null, message });
