import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface RuleExample {
  readonly path: string;
  readonly before: string | null; // null: the file is added
  readonly after: string;
}

/** What to show of each rule before and after: of the files that its cases change, the smallest. Rules without an edit have none. */
export function ruleExamples(rules: string): Readonly<Record<string, RuleExample>> {
  return Object.fromEntries(
    foldersIn(rules).flatMap((rule) => {
      const changed = foldersIn(join(rules, rule, 'cases')).flatMap((name) =>
        changedIn(join(rules, rule, 'cases', name)),
      );
      const [smallest] = changed.toSorted((a, b) => a.after.length - b.after.length || (a.path < b.path ? -1 : 1));
      return smallest ? [[rule, smallest]] : [];
    }),
  );
}

function changedIn(folder: string): RuleExample[] {
  const [before, after] = [join(folder, 'before'), join(folder, 'after')];
  if (!existsSync(after)) return [];
  return readdirSync(after, { recursive: true })
    .map(String)
    .filter((path) => statSync(join(after, path)).isFile())
    .map((path) => ({
      path: path.replaceAll('\\', '/'),
      before: existsSync(join(before, path)) ? textOf(join(before, path)) : null,
      after: textOf(join(after, path)),
    }))
    .filter((file) => file.before !== file.after);
}

/** Line endings and byte order marks are the cases' business, not the reader's. */
const textOf = (path: string) =>
  readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n');

const foldersIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort()
    : [];
