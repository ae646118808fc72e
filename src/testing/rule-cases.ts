import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answers } from '../engine/rules/question.ts';
import type { FilePath } from '../engine/workspace/file-path.ts';
import { filesIn, solutions } from './workspace-from.ts';

type Files = ReadonlyMap<FilePath, Uint8Array>;

/** One folder below a rule's `cases/`. */
export interface RuleCase {
  readonly name: string;
  readonly folder: string;
  readonly before: Files;
  readonly target: string | undefined;
  readonly answers: Answers;
  readonly findings: readonly ExpectedFinding[];
  /** What accepting gives: changed and added files only. `fix` undefined: the first fix of each finding. */
  readonly outcomes: readonly { readonly fix: string | undefined; readonly changed: Files }[];
}

export interface ExpectedFinding {
  readonly severity: string;
  readonly confidence: string;
  readonly title: string;
  readonly at: string; // "path:line" of the first evidence
  readonly fixes: readonly { readonly id: string; readonly safety: string }[];
}

const guidesFolder = fileURLToPath(new URL('../guides', import.meta.url));
export const rulesFolder = (guide: string) => join(guidesFolder, guide, 'rules');

export const foldersIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort()
    : [];

export function readCases(guide: string, rule: string): RuleCase[] {
  const cases = join(rulesFolder(guide), rule, 'cases');
  return foldersIn(cases).map((name) => readCase(name, join(cases, name)));
}

function readCase(name: string, folder: string): RuleCase {
  const { to, answers = {} } = readJson(join(folder, 'case.json'), {} as CaseOptions);
  const variants = foldersIn(folder).flatMap((entry) => /^after\.(.+)$/.exec(entry)?.[1] ?? []);
  return {
    name,
    folder,
    before: filesIn(join(folder, 'before')),
    target: to,
    answers: new Map(Object.entries(answers)),
    findings: readJson<ExpectedFinding[]>(join(folder, 'findings.json'), []),
    outcomes: [
      { fix: undefined, changed: filesIn(join(folder, 'after')) },
      ...variants.map((fix) => ({ fix, changed: filesIn(join(folder, `after.${fix}`)) })),
    ],
  };
}

interface CaseOptions {
  readonly to?: string;
  readonly answers?: Readonly<Record<string, string>>;
}

const readJson = <T>(path: string, absent: T): T =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : absent;

/** Whole solutions: those of the golden run, and the small ones with a known answer. */
export function sampleSolutions(): { name: string; folder: string }[] {
  const golden = foldersIn(solutions)
    .filter((name) => name !== 'cases')
    .map((name) => join(name, 'before'));
  const schema = foldersIn(join(solutions, 'cases/schema')).map((name) => join('cases/schema', name, 'before'));
  const csharp = foldersIn(join(solutions, 'cases/csharp')).map((name) => join('cases/csharp', name));
  return [...golden, ...schema, ...csharp].map((name) => ({ name, folder: join(solutions, name) }));
}
