import type { Facts } from '../../../engine/facts/facts.ts';
import { projectOf } from '../../../engine/facts/schema/configuration-store.ts';
import type { Question } from '../../../engine/rules/question.ts';
import type { RuleContext } from '../../../engine/rules/rule.ts';
import type { FilePath } from '../../../engine/workspace/file-path.ts';
import { columnNamesQuestion, conventionInCode, isRenaming } from './column-names.ts';
import { type DueMigration, dueMigrations } from './due-migrations.ts';
import type { SchemaAnswers } from './plan-migration.ts';
import { timestampQuestion } from './timestamps.ts';

export const defaultsQuestion = 'migration-defaults';
export const defaultsTitle = 'What do existing clients get in the new columns?';

const step = 'schema';

/** Asked of each project that holds migrations. */
export function schemaQuestions(facts: Facts): Question[] {
  const due = dueMigrations(facts).filter(({ snapshot }) => snapshot?.level === '6.2');
  const projects = [...new Set(due.map((one) => migrationsProject(one, facts)))];
  return projects.flatMap((project) => {
    const own = due.filter((one) => migrationsProject(one, facts) === project);
    const isRenamed = own.some(({ snapshot }) => snapshot?.form && isRenaming(snapshot.form));
    return [
      { id: defaultsQuestion, project, step, ...defaults },
      { id: timestampQuestion, project, step, ...timestamp },
      ...(isRenamed
        ? [{ id: columnNamesQuestion, project, step, ...columns, assumed: conventionInCode(facts) } as const]
        : []),
    ];
  });
}

const defaults = {
  title: defaultsTitle,
  why: 'EF writes 0 and no clock skew. Nothing looks at them until such a client requires DPoP; from then on its proofs are checked neither for age nor for a nonce. What new clients have, 1 and five minutes, is safe then too.',
  choices: [
    { value: 'ef', label: 'what EF writes: 0 and 00:00:00' },
    { value: 'model', label: 'what new clients have: 1 and 00:05:00' },
  ],
  assumed: 'ef',
} as const;

const timestamp = {
  title: 'Which time should the migration carry in its name?',
  why: 'EF applies migrations in the order of their names. Left open, it is one second after the newest one here, so that every run gives the same name.',
  choices: null,
  form: { pattern: '\\d{14}', words: '14 digits, year to second in UTC, as in 20240131235959' },
  assumed: '',
} as const;

const columns = {
  title: 'By which rule are the columns renamed?',
  why: 'The columns here have names of their own, and no old one has two capitals in a row, as `DPoPClockSkew` has: how that is written depends on the rule. The package EFCore.NamingConventions makes it `d_po_p_clock_skew`, the usual rule at word boundaries `dpo_pclock_skew`.',
  choices: null,
  form: {
    pattern: 'ef-naming-conventions|word-boundaries|\\w+(\\s*,\\s*\\w+){3}',
    words:
      'ef-naming-conventions, word-boundaries, or the names of DPoPClockSkew, DPoPValidationMode, InitiateLoginUri and RequireDPoP with commas',
  },
} as const;

export const migrationsProject = ({ snapshot }: DueMigration, facts: Facts): FilePath | null =>
  (snapshot && projectOf(facts, snapshot.path)?.path) ?? null;

export function schemaAnswers(due: DueMigration, { facts, answer }: RuleContext): SchemaAnswers {
  const project = migrationsProject(due, facts);
  return {
    defaults: answer(defaultsQuestion, project).answer === 'model' ? 'model' : 'ef',
    timestamp: answer(timestampQuestion, project).answer,
    columnNames: answer(columnNamesQuestion, project).answer,
  };
}
