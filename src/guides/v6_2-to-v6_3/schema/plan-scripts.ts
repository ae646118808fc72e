import type { Facts } from '../../../engine/facts/facts.ts';
import type { TableName } from '../../../engine/facts/schema/store-options.ts';
import type { Script } from '../../../engine/rules/finding.ts';
import { columnNames, isPackagesConvention } from './column-names.ts';
import type { DueMigration } from './due-migrations.ts';
import type { MigrationDraft } from './migration-text.ts';
import { columnsFor, columnsLike, type NewColumn } from './new-columns.ts';
import type { SchemaAnswers } from './plan-migration.ts';
import { schemaScripts } from './sql/scripts.ts';

/** For those who change the schema with another tool; none where a name of it can't be told. */
export function scriptsWithoutMigration(due: DueMigration, answers: SchemaAnswers): Script[] {
  const table = clientTable(due);
  const columns = columnsOf(due, answers);
  if (!table || !columns) return [];
  return schemaScripts(
    due.provider,
    {
      context: due.context.name,
      table: table.name,
      schema: table.schema,
      columns,
      defaults: answers.defaults,
      row: null,
    },
    due.label,
  );
}

/** With EF's row for the migration, so that one database may get the script and another the migration. */
export function scriptsWithMigration(
  due: DueMigration,
  draft: MigrationDraft,
  efVersion: string | null,
  answers: SchemaAnswers,
  facts: Facts,
): Script[] {
  const history = historyTable(due);
  if (!history || efVersion === null) return [];
  const isRenamed = isPackagesConvention(facts, answers.columnNames);
  return schemaScripts(
    due.provider,
    {
      context: due.context.name,
      table: draft.table,
      schema: draft.schema,
      columns: draft.columns,
      defaults: draft.defaults,
      row: {
        table: history.name,
        schema: history.schema,
        columns: isRenamed ? ['migration_id', 'product_version'] : ['MigrationId', 'ProductVersion'],
        id: draft.id,
        version: efVersion,
      },
    },
    due.label,
  );
}

/** A snapshot at another level says how the table is called all the same. */
function clientTable({ snapshot, context }: DueMigration): TableName | null {
  if (snapshot) return snapshot.level === '6.2' ? snapshot.table : null;
  return agreed(context.registrations.map(({ clientTable }) => clientTable)) ?? null;
}

function columnsOf({ snapshot, provider }: DueMigration, answers: SchemaAnswers): NewColumn[] | null {
  const form = snapshot?.form;
  if (!snapshot || !form) return columnsFor(provider, []);
  const naming = columnNames(form, answers.columnNames);
  return naming.kind === 'names' ? columnsLike(snapshot, form, naming.names) : null;
}

/** As registered, or as a factory says that EF's tools use; the default where neither is here. */
function historyTable({ context: { registrations, factories } }: DueMigration): TableName | null {
  const named = [
    ...registrations.map(({ historyTable }) => historyTable),
    ...factories.flatMap(({ historyTable }) => historyTable ?? []),
  ];
  return named.length === 0 ? { name: '__EFMigrationsHistory', schema: null } : agreed(named);
}

/** What all say; null where they differ or one can't be told. */
function agreed(tables: readonly (TableName | null)[]): TableName | null {
  const [first = null, ...others] = tables;
  return others.every((other) => other?.name === first?.name && other?.schema === first?.schema) ? first : null;
}
