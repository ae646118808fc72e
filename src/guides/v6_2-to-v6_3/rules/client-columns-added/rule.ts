import { invariant } from '../../../../engine/errors.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import {
  configurationStoreNames,
  contextInterface,
  productContext,
} from '../../../../engine/facts/schema/configuration-store.ts';
import { efVersionOf } from '../../../../engine/facts/schema/ef-version.ts';
import { providerMethods } from '../../../../engine/facts/schema/provider.ts';
import { storeOptionNames } from '../../../../engine/facts/schema/store-options.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import type { Evidence, NonEmpty } from '../../../../engine/rules/finding.ts';
import { defineRule, type RuleContext } from '../../../../engine/rules/rule.ts';
import { namingNames } from '../../schema/column-names.ts';
import { type DueMigration, dueMigrations, projectsOf } from '../../schema/due-migrations.ts';
import { schemaMessage } from '../../schema/message.ts';
import { planMigration } from '../../schema/plan-migration.ts';
import { scriptsWithMigration, scriptsWithoutMigration } from '../../schema/plan-scripts.ts';
import { schemaAnswers, schemaQuestions } from '../../schema/questions.ts';
import { tableChange } from '../../schema/table-change.ts';
import { columnRuleNames } from '../../schema/time-span-rules.ts';

/** Four properties of a client are stored in four columns that a 6.2 database does not have. */
export default defineRule<DueMigration>({
  meta: {
    id: 'client-columns-added',
    step: 'schema',
    title: 'The clients table has four more columns',
    source: '#step-2-update-database-schema-if-necessary',
    covers: ['step-2/initiate-login-uri', 'step-2/dpop-properties', 'step-2/migration', 'step-2/other-tools', 'B37'],
    applies: { since: '6.3.0' },
    names: [
      ...configurationStoreNames,
      productContext,
      contextInterface,
      ...providerMethods,
      'MigrationsAssembly',
      ...storeOptionNames,
      ...namingNames,
      ...columnRuleNames,
    ],
  },

  questions: schemaQuestions,

  detect: ({ facts }) => dueMigrations(facts),

  explain: (due, context) => {
    const { facts } = context;
    const answers = schemaAnswers(due, context);
    const scripts = scriptsWithoutMigration(due, answers);
    const plan = planMigration(due, facts, answers);
    return {
      title: title(due),
      message: schemaMessage({ due, plan, ef: efOf(due, facts), hasScripts: scripts.length > 0 }, facts),
      severity: 'breaks-run',
      confidence:
        due.snapshot && due.context.registrations.length + due.context.factories.length > 0 ? 'certain' : 'likely',
      projects: projectsOf(due, facts),
      evidence: evidenceOf(due, facts),
      scripts,
      tableChange: tableChange(due, plan),
    };
  },

  fix: (due, context) => {
    const answers = schemaAnswers(due, context);
    const plan = planMigration(due, context.facts, answers);
    if (plan.kind === 'not-planned') return [];
    const { draft, changes } = plan;
    return [
      {
        id: 'add-migration',
        title: `Add the migration \`${draft.id}\``,
        changes,
        scripts: withRow(due, draft, answers, context),
        safety: 'review',
        caution:
          'Look at the migration before you apply it, and let EF check that nothing is left to add: what your own code does to the model as a whole is not in a snapshot. Back up the database first.',
      },
    ];
  },
});

function title({ context: { name, snapshots }, snapshot }: DueMigration) {
  if (snapshot) return `The clients table of \`${name}\` lacks ${snapshot.level === 'mixed' ? 'some' : 'four'} columns`;
  return snapshots.length === 0
    ? `\`${name}\` needs four more columns, and no migration of it is here`
    : `\`${name}\` needs four more columns in another database too, and no migration for that is here`;
}

const efOf = (due: DueMigration, facts: Facts) => efVersionOf(facts, projectsOf(due, facts), due.snapshot);

/** Where the history table can't be told, those without a row stand. */
function withRow(
  due: DueMigration,
  draft: Parameters<typeof scriptsWithMigration>[1],
  answers: ReturnType<typeof schemaAnswers>,
  { facts }: RuleContext,
) {
  const scripts = scriptsWithMigration(due, draft, efOf(due, facts).version, answers, facts);
  return scripts.length > 0 ? scripts : scriptsWithoutMigration(due, answers);
}

function evidenceOf({ context, snapshot }: DueMigration, { csharp }: Facts): NonEmpty<Evidence> {
  const [first, ...rest] = [
    ...(snapshot
      ? [evidence(snapshot.file, snapshot.entity, 'describes the clients table without the columns of 6.3')]
      : []),
    ...context.registrations.map(({ path, span }) =>
      evidence(csharp.sourceOf(path), span, 'keeps the clients in a database'),
    ),
    ...context.factories.map(({ path, span }) =>
      evidence(csharp.sourceOf(path), span, 'makes the context for EF’s tools'),
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
