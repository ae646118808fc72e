import { clientColumns, providerLabel } from '../../../engine/facts/schema/provider.ts';
import type { PropertyStatement } from '../../../engine/facts/schema/snapshot-form.ts';
import type { TableChange, TableColumn } from '../../../engine/rules/finding.ts';
import type { DueMigration } from './due-migrations.ts';
import { type NewColumn, unquoted } from './new-columns.ts';
import type { MigrationPlan } from './plan-migration.ts';

/** The clients table as the snapshot has it, and what comes; without a snapshot in EF's form only what comes. */
export function tableChange({ context, snapshot, provider }: DueMigration, plan: MigrationPlan): TableChange {
  const { name, schema } = snapshot?.table ?? { name: 'Clients', schema: null };
  const planned: readonly (NewColumn | undefined)[] = plan.kind === 'planned' ? plan.draft.columns : [];
  const isThere = (column: string) => snapshot?.form?.properties.some((property) => property.name === column) ?? false;
  return {
    context: context.name,
    database: providerLabel(provider),
    table: schema ? `${schema}.${name}` : name,
    level: snapshot?.level ?? 'no snapshot',
    columns: [
      ...(snapshot?.form?.properties.map(columnOf) ?? []),
      ...clientColumns(provider)
        .map((column, i) => ({
          name: planned[i]?.name ?? column.name,
          type: planned[i]?.type ?? column.type ?? '',
          isNullable: column.isNullable,
          isNew: true,
        }))
        .filter((column) => !isThere(column.name)),
    ],
  };
}

function columnOf({ name, type, calls }: PropertyStatement): TableColumn {
  const argument = (method: string) => calls.find((call) => call.method === method)?.argument;
  const isReference = type === 'string';
  return {
    name: unquoted(argument('HasColumnName') ?? '') ?? name,
    type: unquoted(argument('HasColumnType') ?? '') ?? '',
    isNullable: isReference ? argument('IsRequired') === undefined : type.endsWith('?') || type.startsWith('Nullable<'),
    isNew: false,
  };
}
