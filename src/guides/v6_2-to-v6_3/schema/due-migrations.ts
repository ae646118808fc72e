import type { Facts } from '../../../engine/facts/facts.ts';
import {
  type ConfigurationContext,
  configurationContexts,
  projectOf,
} from '../../../engine/facts/schema/configuration-store.ts';
import type { Provider } from '../../../engine/facts/schema/provider.ts';
import type { ClientSnapshot } from '../../../engine/facts/schema/snapshot.ts';
import type { FilePath } from '../../../engine/workspace/file-path.ts';

/** One change of schema that is due: of a context, or of one of its providers where it has several. */
export interface DueMigration {
  readonly context: ConfigurationContext;
  readonly snapshot: ClientSnapshot | null; // null: no migrations are here
  readonly provider: Provider;
  /** How many due before this one put their migration into the same folder. */
  readonly turn: number;
  /** What tells its scripts from those of others. */
  readonly label: string;
}

const known = new WeakMap<Facts, readonly DueMigration[]>();

export function dueMigrations(facts: Facts): readonly DueMigration[] {
  const due = known.get(facts) ?? readDue(facts);
  known.set(facts, due);
  return due;
}

function readDue(facts: Facts): DueMigration[] {
  const all = configurationContexts(facts).flatMap((context) => [
    ...context.snapshots
      .filter(({ level }) => level !== '6.3' && level !== '7.0')
      .map((snapshot) => ({ context, snapshot, provider: snapshot.provider })),
    ...providersWithoutSnapshot(context).map((provider) => ({ context, snapshot: null, provider })),
  ]);
  return all.map((due, i) => ({
    ...due,
    turn: all.slice(0, i).filter(({ snapshot }) => snapshot && folderOf(snapshot) === folderOf(due.snapshot)).length,
    label: labelOf(due, all, facts),
  }));
}

const folderOf = (snapshot: ClientSnapshot | null) => snapshot?.migrationsFolder;

/** Of a registration that names none we know, `unknown`: there is a store, whatever it is. */
function providersWithoutSnapshot({ registrations, factories, snapshots }: ConfigurationContext): readonly Provider[] {
  const named = [...new Set([...registrations, ...factories].flatMap(({ providers }) => providers))];
  if (snapshots.length === 0 && named.length === 0) return ['unknown'];
  const isMet = (provider: Provider) =>
    provider === 'in-memory' ||
    snapshots.some((snapshot) => snapshot.provider === provider || snapshot.provider === 'unknown');
  return snapshots.length === 0 || named.length > 1 ? named.filter((provider) => !isMet(provider)) : [];
}

type Due = Omit<DueMigration, 'turn' | 'label'>;

/** The context's name; with a project's where two have the same context and provider. */
function labelOf(due: Due, all: readonly Due[], facts: Facts): string {
  const alike = all.filter(({ context, provider }) => context.name === due.context.name && provider === due.provider);
  const project = due.snapshot ? projectOf(facts, due.snapshot.path)?.path : projectsOf(due, facts)[0];
  return alike.length > 1 && project ? `${projectName(project)}.${due.context.name}` : due.context.name;
}

export const projectName = (path: FilePath) => path.replace(/^.*\//, '').replace(/\.\w+proj$/, '');

/** Those that register the store, and the one that holds its migrations. */
export function projectsOf(
  { context, snapshot }: Pick<DueMigration, 'context' | 'snapshot'>,
  facts: Facts,
): FilePath[] {
  const all = [
    ...[...context.registrations, ...context.factories].flatMap(({ projects }) => projects),
    ...(snapshot ? [projectOf(facts, snapshot.path)?.path] : (context.declaration?.projects ?? [])),
  ];
  return [...new Set(all.filter((path) => path !== undefined))].sort();
}
