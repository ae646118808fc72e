import type { Analysis } from '../engine/analysis.ts';
import { type Answers, answerKey, fitsForm } from '../engine/rules/question.ts';
import { UsageError } from './usage-error.ts';

/** Questions that some solution is asked, with their choices; null: free text. The ids are part of the command line. */
const knownQuestions: Readonly<Record<string, readonly string[] | null>> = {
  'logout-token-typ': ['new', 'keep'],
  'refresh-tokens-on-use': ['delete', 'keep'],
  'migration-defaults': ['ef', 'model'],
  'migration-timestamp': null,
  'column-names': null,
  'framework-after': null,
  'host-after': null,
  'content-root-after': null,
  'content-root-before': null,
  'protected-data': null,
  'old-discriminator': null,
};

/** `ID[@PROJECT]=VALUE`, each checked against what is known and asked here. */
export function readAnswers(written: readonly string[], analysis: Analysis): Answers {
  const answers = new Map<string, string>();
  for (const text of written) {
    const { id, project, value } = split(text, analysis);
    const asked = analysis.questions.filter((question) => question.id === id);
    const ids = [...new Set([...Object.keys(knownQuestions), ...analysis.questions.map((question) => question.id)])];
    if (!ids.includes(id)) throw unknown(text, `no question is called ${id}`, ids);
    const projects = projectsOf(analysis);
    if (project !== null && !projects.includes(project)) throw unknown(text, `no project is at ${project}`, projects);
    const choices = asked[0] ? (asked[0].choices?.map((choice) => choice.value) ?? null) : (knownQuestions[id] ?? null);
    if (choices && !choices.includes(value)) throw unknown(text, `${id} has no choice ${value}`, choices);
    if (asked[0] && !fitsForm(asked[0], value)) {
      throw new UsageError(`--answer ${text}: ${id} is written as ${asked[0].form?.words}`);
    }
    const key = answerKey(id, project as (typeof analysis.projects)[number]['path'] | null);
    if (answers.has(key)) throw new UsageError(`--answer ${key} is given twice`);
    answers.set(key, value);
  }
  return answers;
}

/** A project's path may hold `=` and `@`, so a known one is looked for first. */
function split(text: string, analysis: Analysis): { id: string; project: string | null; value: string } {
  const [, id, at, rest] = /^([\w-]+)(@|=)(.*)$/s.exec(text) ?? [];
  if (id === undefined || rest === undefined) throw malformed(text);
  if (at === '=') return { id, project: null, value: rest };
  const known = projectsOf(analysis)
    .filter((path) => rest.startsWith(`${path}=`))
    .toSorted((a, b) => b.length - a.length)[0];
  const end = known?.length ?? rest.indexOf('=');
  if (end < 0) throw malformed(text);
  return { id, project: rest.slice(0, end), value: rest.slice(end + 1) };
}

const projectsOf = ({ projects, questions }: Analysis): readonly string[] => [
  ...new Set([
    ...projects.map(({ path }) => path),
    ...questions.map(({ project }) => project).filter((path) => path !== null),
  ]),
];

const malformed = (text: string) => new UsageError(`--answer ${text}: write it as ID=VALUE or ID@PROJECT=VALUE`);

const unknown = (text: string, what: string, known: readonly string[]) =>
  new UsageError(`--answer ${text}: ${what}; the known ones are ${known.join(', ') || 'none'}`);
