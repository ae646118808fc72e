import type { FilePath } from '../workspace/file-path.ts';
import type { StepId } from './finding.ts';

/** What only the user can know. `assumed` is used until it is answered and may follow from the code. */
export interface Question {
  readonly id: string;
  readonly project: FilePath | null; // null: for the whole solution
  readonly step: StepId;
  readonly title: string;
  readonly why: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[] | null; // null: free text
  /** Of a free text: what it must look like, as a regular expression for the whole of it, and in words. */
  readonly form?: { readonly pattern: string; readonly words: string };
  readonly assumed: string;
}

/** Given answers. Key: `id` for every project, or `id@project`, which wins. */
export type Answers = ReadonlyMap<string, string>;

export const answerKey = (id: string, project: FilePath | null) => (project === null ? id : `${id}@${project}`);

export function answerTo(question: Question, answers: Answers): { answer: string; isAssumed: boolean } {
  const given = answers.get(answerKey(question.id, question.project)) ?? answers.get(question.id);
  return given === undefined ? { answer: question.assumed, isAssumed: true } : { answer: given, isAssumed: false };
}

/** A free text with a form is taken only where the whole of it has that form. */
export const fitsForm = ({ form }: Pick<Question, 'form'>, text: string) =>
  !form || new RegExp(`^(?:${form.pattern})$`).test(text);
