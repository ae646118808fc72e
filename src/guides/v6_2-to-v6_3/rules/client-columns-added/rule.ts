import { invariant } from '../../../../engine/errors.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import {
  type ConfigurationContext,
  configurationContexts,
  configurationStoreNames,
  contextInterface,
  productContext,
  projectOf,
} from '../../../../engine/facts/schema/configuration-store.ts';
import { efCommands } from '../../../../engine/facts/schema/ef-commands.ts';
import {
  clientColumns,
  type Provider,
  providerLabel,
  providerMethods,
} from '../../../../engine/facts/schema/provider.ts';
import type { ClientSnapshot } from '../../../../engine/facts/schema/snapshot.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import type { Evidence, NonEmpty } from '../../../../engine/rules/finding.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';

/** One migration that is due: of a context, or of one of its providers where it has several snapshots. */
interface DueMigration {
  readonly context: ConfigurationContext;
  readonly snapshot: ClientSnapshot | null;
  readonly provider: Provider;
}

/** Four properties of a client are stored in four columns that a 6.2 database does not have. */
export default defineRule<DueMigration>({
  meta: {
    id: 'client-columns-added',
    step: 'schema',
    title: 'The clients table has four more columns',
    source: '#step-2-update-database-schema-if-necessary',
    covers: ['step-2/initiate-login-uri', 'step-2/dpop-properties', 'step-2/migration', 'step-2/other-tools', 'B37'],
    applies: { since: '6.3.0' },
    names: [...configurationStoreNames, productContext, contextInterface, ...providerMethods, 'MigrationsAssembly'],
  },

  *detect({ facts }) {
    for (const context of configurationContexts(facts)) {
      const due = context.snapshots.filter(({ level }) => level !== '6.3');
      for (const snapshot of due) yield { context, snapshot, provider: snapshot.provider };
      if (context.snapshots.length === 0) {
        const providers = providersOf(context).filter((provider) => provider !== 'in-memory');
        for (const provider of providers) yield { context, snapshot: null, provider };
      }
    }
  },

  explain: (due, { facts }) => ({
    title: due.snapshot
      ? `The clients table of \`${due.context.name}\` lacks ${due.snapshot.level === 'mixed' ? 'some' : 'four'} columns`
      : `\`${due.context.name}\` needs four more columns, and no migration of it is here`,
    message: message(due, facts),
    severity: 'breaks-run',
    confidence: due.snapshot && due.context.registrations.length > 0 ? 'certain' : 'likely',
    projects: projectsOf(due, facts),
    evidence: evidenceOf(due, facts),
  }),
});

/** Of a registration that names none we know, `unknown`: there is a store, whatever it is. */
function providersOf({ registrations }: ConfigurationContext): readonly Provider[] {
  const named = registrations.flatMap(({ providers }) => providers);
  return named.length > 0 ? [...new Set(named)] : ['unknown'];
}

function projectsOf({ context, snapshot }: DueMigration, facts: Facts) {
  const all = [
    ...context.registrations.flatMap(({ projects }) => projects),
    ...(snapshot ? [projectOf(facts, snapshot.path)?.path] : (context.declaration?.projects ?? [])),
  ];
  return [...new Set(all.filter((path) => path !== undefined))].sort();
}

function evidenceOf({ context, snapshot }: DueMigration, { csharp }: Facts): NonEmpty<Evidence> {
  const [first, ...rest] = [
    ...(snapshot
      ? [evidence(snapshot.file, snapshot.entity, 'describes the clients table without the columns of 6.3')]
      : []),
    ...context.registrations.map(({ path, span }) =>
      evidence(csharp.sourceOf(path), span, 'keeps the clients in a database'),
    ),
    ...(context.declaration
      ? [
          evidence(
            csharp.sourceOf(context.declaration.path),
            context.declaration.span,
            'is a context that holds the clients',
          ),
        ]
      : []),
  ];
  invariant(first, 'a context is known by a snapshot, a registration or its declaration');
  return [first, ...rest];
}

function message(due: DueMigration, facts: Facts) {
  const { context, snapshot, provider } = due;
  return [
    seen(context, snapshot, provider),
    columnTable(provider),
    whenForgotten(efMajor(due, facts)),
    commands(context, snapshot, facts),
    'The schema can go first: the columns have defaults, and 6.2 does not look at them.',
    'For existing clients EF writes `0` and a skew of zero, which means that a DPoP proof would be checked neither for age nor for a nonce. If such a client may be switched to DPoP later, change the two `defaultValue`s in the new migration to `1` and `new TimeSpan(0, 5, 0)`, which is what new clients get.',
  ].join('\n\n');
}

function seen({ name }: ConfigurationContext, snapshot: ClientSnapshot | null, provider: Provider) {
  if (!snapshot) {
    return `\`${name}\` is registered with ${providerLabel(provider)}, and no snapshot of it is in what was given: its migrations are in a package, or the schema is changed with another tool. Either way these columns must be there before 6.3 reads the first client:`;
  }
  const [table, schema] = [snapshot.table?.name ?? 'Clients', snapshot.table?.schema];
  const where = `\`${schema ? `${schema}.${table}` : table}\``;
  const level = {
    '6.0': `stands at the level of 6.0: besides these columns EF will add what came with 6.1. Settle that first, by the guides from 6.0 to 6.2`,
    '6.2': 'stands at the level of 6.2 and has none of these columns',
    mixed: 'has some of these columns, not all. Look at the last migration before making another',
    '6.3': 'has these columns',
  }[snapshot.level];
  return `The snapshot of \`${name}\` (${providerLabel(provider)}) ${level}. The table is ${where}:`;
}

const columnTable = (provider: Provider) =>
  [
    '| column | type | null |',
    '|---|---|---|',
    ...clientColumns(provider).map(
      ({ name, type, isNullable }) =>
        `| \`${name}\` | ${type ? `\`${type}\`` : 'as your provider has it'} | ${isNullable ? 'yes' : 'no'} |`,
    ),
  ].join('\n');

/** EF 9 began to refuse a model that is ahead of its migrations. */
const whenForgotten = (major: number) =>
  major >= 9
    ? `Without them EF ${major} refuses to migrate (\`PendingModelChangesWarning\`), also at start-up.`
    : 'Without them everything compiles and starts, and the first query for a client fails.';

/** Of the packages that the projects name, else of the tool that wrote the snapshot. */
function efMajor(due: DueMigration, facts: Facts): number {
  const paths = projectsOf(due, facts);
  const versions = facts.projects
    .filter(({ path }) => paths.includes(path))
    .flatMap(({ packages }) => packages.filter(({ id }) => /EntityFrameworkCore/i.test(id) && !/^Duende\./i.test(id)))
    .map(({ version }) => version);
  return Math.max(
    0,
    ...[...versions, due.snapshot?.efVersion].map((version) => Number.parseInt(version ?? '', 10) || 0),
  );
}

function commands(context: ConfigurationContext, snapshot: ClientSnapshot | null, facts: Facts) {
  const lines = efCommands(facts, context, snapshot);
  if (!lines) return 'Once the packages are raised, make a migration with `dotnet ef migrations add` and apply it.';
  const where = lines.from === '' ? 'the root' : `\`${lines.from}\``;
  const intro = snapshot
    ? `Once the packages are raised, from ${where}:`
    : `With migrations, once the packages are raised, from ${where} (without, they still show what is needed):`;
  return `${intro}\n\n\`\`\`sh\n${lines.add}\n${lines.update}\n\`\`\``;
}
