import type { Facts } from '../../../engine/facts/facts.ts';
import { efCommands } from '../../../engine/facts/schema/ef-commands.ts';
import { type EfVersion, majorOf } from '../../../engine/facts/schema/ef-version.ts';
import { clientColumns, type Provider, providerLabel } from '../../../engine/facts/schema/provider.ts';
import type { ClientSnapshot } from '../../../engine/facts/schema/snapshot.ts';
import type { DueMigration } from './due-migrations.ts';
import { olderThan62 } from './older-levels.ts';
import type { MigrationPlan } from './plan-migration.ts';
import { defaultsTitle } from './questions.ts';

export interface MessageParts {
  readonly due: DueMigration;
  readonly plan: MigrationPlan;
  readonly ef: EfVersion;
  readonly hasScripts: boolean;
}

/** What was seen, what it means when forgotten, and what to type. */
export function schemaMessage(parts: MessageParts, facts: Facts): string {
  const { due, plan, ef, hasScripts } = parts;
  return [
    seen(due),
    columnTable(parts),
    ...(due.snapshot && plan.kind === 'not-planned' ? [`No edit is offered: ${plan.why}`] : []),
    whenForgotten(ef.major),
    ...snapshotOfOlderEf(due, ef),
    commands(parts, facts),
    scriptsText(due, hasScripts, plan.kind === 'planned'),
    `${order} ${size[due.provider] ?? 'Whether your server rewrites the table for it depends on its version; a table of clients is small.'}`,
    defaults(plan),
  ].join('\n\n');
}

function seen({ context: { name, snapshots }, snapshot, provider }: DueMigration) {
  if (!snapshot) {
    const others = snapshots.map((other) => providerLabel(other.provider)).join(', ');
    const why =
      others === ''
        ? 'no snapshot of it is in what was given: its migrations are in a package, or the schema is changed with another tool'
        : `the only snapshot of it here is for ${others}: for this database its migrations are in a package, or the schema is changed with another tool`;
    return `\`${name}\` is registered with ${providerLabel(provider)}, and ${why}. Either way these columns must be there before 6.3 reads the first client:`;
  }
  const [table, schema] = [snapshot.table?.name ?? 'Clients', snapshot.table?.schema];
  const where = `\`${schema ? `${schema}.${table}` : table}\``;
  return `The snapshot of \`${name}\` (${providerLabel(provider)}) ${levelText(snapshot)}. The table is ${where}${unnamed(snapshot)}:`;
}

/** EF looks for a snapshot by the name that it gives one. */
const unnamed = ({ path, context, isWhole }: ClientSnapshot) =>
  !isWhole || path.endsWith(`${context}ModelSnapshot.cs`)
    ? ''
    : `. The snapshot’s file is not called \`${context}ModelSnapshot.cs\`, so \`dotnet ef migrations add\` would write a second snapshot beside it: rename the file before you let EF make a migration`;

function levelText(snapshot: ClientSnapshot): string {
  const { level, missing } = snapshot;
  switch (level) {
    case 'IdentityServer4':
    case '5.x':
    case '6.0': {
      const stands =
        level === 'IdentityServer4' ? 'was written for IdentityServer4' : `stands at the level of ${level}`;
      return `${stands}: besides the columns below EF will add ${olderThan62(snapshot)}. Settle that first, by the guides up to 6.2`;
    }
    case 'mixed':
      return 'has some of these columns, not all. Look at the last migration before making another';
    case '6.3':
    case '7.0':
      return 'has these columns';
    case '6.2':
      return missing.length === 0
        ? 'stands at the level of 6.2 and has none of these columns'
        : `has none of these columns, and lacks others that a client has since long (${olderThan62(snapshot)}): unless your context leaves them out on purpose, EF will add those too, which must be settled first`;
  }
}

/** Until a migration is planned, by the properties' names: what the columns are called may still be open. */
function columnTable({ due, plan }: MessageParts) {
  const planned = plan.kind === 'planned' ? plan.draft.columns : null;
  return [
    '| column | type | null |',
    '|---|---|---|',
    ...clientColumns(due.provider).map(({ name, type, isNullable }, i) => {
      const shown = planned?.[i] ?? { name, type };
      return `| \`${shown.name}\` | ${shown.type ? `\`${shown.type}\`` : 'as your provider has it'} | ${isNullable ? 'yes' : 'no'} |`;
    }),
  ].join('\n');
}

/** EF 9 began to refuse a model that is ahead of its migrations. */
const whenForgotten = (major: number) =>
  major >= 9
    ? `Without them EF ${major} refuses to migrate (\`PendingModelChangesWarning\`), also at start-up.`
    : 'Without them everything compiles and starts, and the first query for a client fails.';

/** What EF itself would rewrite beside the four blocks; only Pomelo's part is pending until it is migrated. */
function snapshotOfOlderEf({ snapshot, provider }: DueMigration, ef: EfVersion): string[] {
  const before = majorOf(snapshot?.efVersion ?? '');
  if (!snapshot || before === 0 || before >= ef.major) return [];
  const wrote = `EF ${before} wrote this snapshot, and the project uses EF ${ef.major}.`;
  if (provider === 'mysql' && before < 8) {
    return [
      `${wrote} With this provider every integer key then has an \`AlterColumn\` pending that has nothing to do with IdentityServer (22 in the product's own model). ${ef.major >= 9 ? `EF ${ef.major} refuses to migrate because of them. ` : ''}Let EF make a migration for them on its own, before or after this one.`,
    ];
  }
  return [
    `${wrote} Its next migration will rewrite \`ProductVersion\`${provider === 'sqlserver' && before < 7 ? ' and the `UseIdentityColumn` lines' : ''} here; nothing of that changes the database.`,
  ];
}

function commands({ due: { context, snapshot }, plan, ef }: MessageParts, facts: Facts) {
  const lines = efCommands(facts, context, snapshot, ef.major);
  if (!lines) return 'Once the packages are raised, make a migration with `dotnet ef migrations add` and apply it.';
  const where = lines.from === '' ? 'the root' : `\`${lines.from}\``;
  const block = (shell: string, { check, add, update }: typeof lines.bash) =>
    plan.kind === 'planned'
      ? `\`\`\`${shell}\n# with the edit: nothing may be left to add\n${check}\n# without it: let EF write the migration\n${add}\n# either way\n${update}\n\`\`\``
      : `\`\`\`${shell}\n${check}\n${add}\n${update}\n\`\`\``;
  const intro = snapshot
    ? `Once the packages are raised, from ${where}:`
    : `With migrations, once the packages are raised, from ${where} (without, they still show what is needed):`;
  const blocks =
    lines.bash.add === lines.powerShell.add
      ? [`${intro}`, block('sh', lines.bash)]
      : [`${intro}`, 'In bash:', block('sh', lines.bash), 'In PowerShell:', block('powershell', lines.powerShell)];
  return blocks.join('\n\n');
}

const withScripts =
  'For those who change the schema with another tool, SQL to go there and back comes with the result.';
const withRow =
  'Accept the migration and the script also writes its row in EF’s history, so that either can be used on any database.';

function scriptsText({ snapshot, provider }: DueMigration, hasScripts: boolean, isPlanned: boolean) {
  if (hasScripts) return isPlanned ? `${withScripts} ${withRow}` : withScripts;
  return provider === 'mysql' && snapshot?.table?.schema
    ? `No SQL is made for this one: MySQL has no schemas, and what becomes of \`${snapshot.table.schema}\` is up to \`SchemaBehavior\` in your options (left out, put into the table’s name, or an error, which is what happens unless it is set).`
    : 'No SQL is made for this one: its table, history table or column types can’t be told from the code.';
}

const order =
  'Schema first, then code: the columns have defaults, and 6.2 does not look at them. Going back to 6.2 later needs no change of schema either.';

/** Where such columns are a change of metadata, and where every row is written. */
const size: Readonly<Partial<Record<Provider, string>>> = {
  sqlserver:
    'On Enterprise edition and Azure SQL it is a change of metadata; other editions write every row, under a lock on the table.',
  npgsql: 'From PostgreSQL 11 on it is a change of metadata; before, every row is written, under a lock on the table.',
  mysql: 'From MySQL 8.0.12 and MariaDB 10.3 on it is a change of metadata; before, the table is copied.',
  sqlite:
    'It is a change of metadata. The way back with EF copies the whole table; our script drops the columns in place.',
  oracle: 'From 11g on it is a change of metadata for columns with a default that are never null.',
};

function defaults(plan: MigrationPlan) {
  const weak =
    'For existing clients EF writes `0` and a skew of zero, which means that a DPoP proof would be checked neither for age nor for a nonce.';
  if (plan.kind === 'not-planned') {
    return `${weak} If such a client may be switched to DPoP later, change the two \`defaultValue\`s in the new migration to \`1\` and \`new TimeSpan(0, 5, 0)\`, which is what new clients get.`;
  }
  return plan.draft.defaults === 'model'
    ? 'As answered, existing clients get what new ones have, `1` and five minutes, in place of EF’s `0` and zero.'
    : `${weak} If such a client may be switched to DPoP later, answer the question “${defaultsTitle}” with what new clients have: they then get \`1\` and five minutes, as new clients do.`;
}
