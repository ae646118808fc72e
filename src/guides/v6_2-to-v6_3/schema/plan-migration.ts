import type { Facts } from '../../../engine/facts/facts.ts';
import { projectOf } from '../../../engine/facts/schema/configuration-store.ts';
import { efVersionOf } from '../../../engine/facts/schema/ef-version.ts';
import { isDated, type Migration, timestampOf } from '../../../engine/facts/schema/migrations.ts';
import { providerLabel } from '../../../engine/facts/schema/provider.ts';
import type { ClientSnapshot } from '../../../engine/facts/schema/snapshot.ts';
import type { SnapshotForm } from '../../../engine/facts/schema/snapshot-form.ts';
import type { Change } from '../../../engine/workspace/change.ts';
import type { FilePath } from '../../../engine/workspace/file-path.ts';
import { sourceOf } from '../../../engine/workspace/workspace.ts';
import { columnNames } from './column-names.ts';
import { designerText } from './designer-text.ts';
import { type DueMigration, projectName, projectsOf } from './due-migrations.ts';
import { charSetOf, type MigrationDraft, migrationText } from './migration-text.ts';
import { columnsLike, type Defaults } from './new-columns.ts';
import { snapshotEdits } from './snapshot-edits.ts';
import { timeSpanRuleNear } from './time-span-rules.ts';
import { isTimestamp, later } from './timestamps.ts';

/** What the user was asked; '' where nothing was answered. */
export interface SchemaAnswers {
  readonly defaults: Defaults;
  readonly timestamp: string;
  readonly columnNames: string;
}

export type MigrationPlan =
  | { readonly kind: 'planned'; readonly draft: MigrationDraft; readonly changes: readonly Change[] }
  | { readonly kind: 'not-planned'; readonly why: string }; // ends the sentence "No edit is offered: …"

const wantedName = 'Update_DuendeIdentityServer_v6_3';

/** The three files as EF would leave them; or why not. Nothing is offered that isn't what EF would write. */
export function planMigration(due: DueMigration, facts: Facts, answers: SchemaAnswers): MigrationPlan {
  const { snapshot, provider } = due;
  if (!snapshot) return not('there are no migrations here to add one to.');
  const obstacle = obstacleIn(due, snapshot, facts);
  const { form, table, migrations } = snapshot;
  const last = migrations.at(-1);
  if (obstacle !== null || !form || !table || !last?.namespace) return not(obstacle ?? notEfs);
  const naming = columnNames(form, answers.columnNames);
  if (naming.kind === 'ask') return not(`${naming.why}. Answer \`column-names\`, and the migration is made.`);
  const columns = columnsLike(snapshot, form, naming.names);
  if (!columns) return not(`columns of this table are mapped in a way of your own for ${providerLabel(provider)}.`);
  const timestamp = timestampFor(due, snapshot, answers.timestamp);
  if (timestamp === null) {
    return not(
      `\`${answers.timestamp}\` is no time after the newest migration, \`${last.id}\`. It must have 14 digits, as in \`20240131235959\`.`,
    );
  }
  const className = unusedName(migrations);
  const draft: MigrationDraft = {
    id: `${timestamp}_${className}`,
    className,
    namespace: namespaceFor(snapshot, last.namespace, facts),
    hasDocComments: efVersionOf(facts, projectsOf(due, facts), snapshot).major >= 7,
    table: table.name,
    schema: table.schema,
    columns,
    defaults: answers.defaults,
    charSet: charSetOf(
      provider,
      migrations.map(({ code }) => code.text),
      'ClientUri',
    ),
  };
  return { kind: 'planned', draft, changes: changesFor(snapshot, form, last, draft) };
}

const not = (why: string): MigrationPlan => ({ kind: 'not-planned', why });

const notEfs =
  'the snapshot is not in the form in which EF writes it, so where its lines belong can’t be told. Let EF make the migration.';

function obstacleIn({ context, provider }: DueMigration, snapshot: ClientSnapshot, facts: Facts): string | null {
  const { form, table, migrations, missing, level, path, isWhole, ownEntity, untried } = snapshot;
  const project = projectOf(facts, path);
  const twins = context.snapshots.filter((other) => projectOf(facts, other.path) === project);
  if (twins.length > 1) {
    return `there are ${twins.length} snapshots of \`${context.name}\` in one project, and EF works with one of them. Remove the stale one first.`;
  }
  if (ownEntity !== null) {
    return `the table is that of \`${ownEntity}\`, a class of your own derived from the stored client. EF adds the columns to it all the same: let it make the migration.`;
  }
  if (level === 'mixed') return 'some of the columns are there already.';
  if (level !== '6.2' || missing.length > 0) return 'other changes of the model must be settled first.';
  if (migrations.length === 0) return 'the migrations that led to this snapshot are not here.';
  const undated = migrations.find((migration) => !isDated(migration));
  if (undated) {
    return `the id of a migration, \`${undated.id}\`, is not a text that begins with 14 digits, so which one is the newest can’t be told.`;
  }
  if (!isWhole)
    return 'the class of the snapshot is in several files, and EF rewrites one of them. Put it into that one first.';
  if (untried !== null) {
    return `the snapshot says \`${untried}\` of the table, for which EF may write more than the four columns, or less. Let it make the migration.`;
  }
  const timeSpanRule = timeSpanRuleNear(path, facts);
  if (timeSpanRule !== null) {
    return `\`${timeSpanRule}\` has a rule for \`TimeSpan\`, and the table has no such column yet that would show what comes of it. Let EF make the migration.`;
  }
  if (provider === 'unknown') return 'the snapshot does not show which database it is for.';
  return form && table ? null : notEfs;
}

/** One second after the newest in the folder, and one more for each that comes before; or as answered, if that is later. */
function timestampFor({ turn }: DueMigration, snapshot: ClientSnapshot, answer: string): string | null {
  const { migrations, neighbours, migrationsFolder } = snapshot;
  const inFolder = neighbours.filter(({ folder }) => folder === migrationsFolder);
  const newest = [...migrations, ...inFolder].filter(isDated).map(timestampOf).sort().at(-1)!;
  if (answer === '') return later(newest, turn + 1);
  return isTimestamp(answer) && answer > timestampOf(migrations.at(-1)!) ? later(answer, turn) : null;
}

function unusedName(migrations: readonly Migration[]): string {
  const used = migrations.map(({ id }) => id.slice(15).toLowerCase());
  let name = wantedName;
  for (let n = 2; used.includes(name.toLowerCase()); n++) name = `${wantedName}_${n}`;
  return name;
}

/** The last migration's; where another context has migrations there too, EF makes one up. */
function namespaceFor({ context, neighbours, path }: ClientSnapshot, last: string, facts: Facts): string {
  if (!neighbours.some(({ namespace }) => namespace === last)) return last;
  const root = rootNamespace(path, facts);
  const own = context.endsWith('Context') ? context.slice(0, -'Context'.length) : `${context}Migrations`;
  return `${root === null ? '' : `${root}.`}Migrations.${own}`;
}

function rootNamespace(path: FilePath, facts: Facts): string | null {
  const project = projectOf(facts, path);
  const file = project && facts.workspace.files.get(project.path);
  const source = file && sourceOf(file);
  const stated = source?.kind === 'text' ? /<RootNamespace>\s*([\w.]+)\s*<\/RootNamespace>/.exec(source.text) : null;
  return stated?.[1] ?? (project ? projectName(project.path).replaceAll(' ', '_') : null);
}

function changesFor(snapshot: ClientSnapshot, form: SnapshotForm, last: Migration, draft: MigrationDraft): Change[] {
  const edits = snapshotEdits(snapshot.path, form, draft.columns);
  const at = (suffix: string) =>
    `${snapshot.migrationsFolder === '' ? '' : `${snapshot.migrationsFolder}/`}${draft.id}${suffix}` as FilePath;
  return [
    ...edits,
    { kind: 'add', path: at('.cs'), text: migrationText(draft), like: last.code.path },
    {
      kind: 'add',
      path: at('.Designer.cs'),
      text: designerText(snapshot.file.text, form, edits, draft),
      like: last.designer.path,
    },
  ];
}
