import type { Place, TypeDeclaration } from '../../csharp/index-types.ts';
import type { Invocation } from '../../csharp/invocation-types.ts';
import type { FilePath } from '../../workspace/file-path.ts';
import type { Facts } from '../facts.ts';
import { connectedProjects } from '../hosts/connected.ts';
import { leafTypes } from '../leaf-types.ts';
import { type DesignTimeFactory, designTimeFactories, factoryInterface } from './design-time-factory.ts';
import { type Provider, providerMethods, providerOfMethod } from './provider.ts';
import { type ClientSnapshot, clientSnapshots } from './snapshot.ts';
import { assemblyIn, clientTableOf, historyTableOf, insideOptions, type TableName } from './store-options.ts';

export const productContext = 'Duende.IdentityServer.EntityFramework.DbContexts.ConfigurationDbContext';
export const storedClient = 'Duende.IdentityServer.EntityFramework.Entities.Client';
export const contextInterface = 'Duende.IdentityServer.EntityFramework.Interfaces.IConfigurationDbContext';

/** C# names whose files tell about configuration stores. */
export const configurationStoreNames: readonly string[] = [
  'AddConfigurationStore',
  'AddConfigurationDbContext',
  'ConfigurationDbContext',
  'IConfigurationDbContext',
  factoryInterface,
];

/** Where a store is registered, with what its options say. */
export interface StoreRegistration extends Place {
  readonly call: string; // AddConfigurationStore, AddConfigurationDbContext
  readonly providers: readonly Provider[]; // several where one is chosen at run time
  readonly migrationsAssembly: string | null; // the argument as written; a constant's value in quotes
  readonly historyTable: TableName | null; // null: can't be told
  readonly clientTable: TableName | null; // as the options have it; null: can't be told
}

/** A context that holds the product's clients: where it comes from, is registered, and was last scaffolded. */
export interface ConfigurationContext {
  readonly name: string; // simple, as `dotnet ef -c` takes it
  readonly declaration: TypeDeclaration | null; // null: the product's own
  readonly registrations: readonly StoreRegistration[];
  readonly factories: readonly DesignTimeFactory[];
  readonly snapshots: readonly ClientSnapshot[];
}

const known = new WeakMap<Facts, readonly ConfigurationContext[]>();

export function configurationContexts(facts: Facts): readonly ConfigurationContext[] {
  const contexts = known.get(facts) ?? readContexts(facts);
  known.set(facts, contexts);
  return contexts;
}

function readContexts(facts: Facts): ConfigurationContext[] {
  const declarations = contextDeclarations(facts);
  const registrations = registrationsIn(facts);
  // One of IdentityServer4 counts where its project has moved on; its own hosts are none of ours.
  const ownEntities = facts.csharp.typesDerivedFrom(storedClient).map(({ name }) => name);
  const snapshots = clientSnapshots(facts.workspace, ownEntities).filter(
    ({ level, path }) => level !== 'IdentityServer4' || projectOf(facts, path)?.product,
  );
  const declared = leafTypes(declarations).map(({ name }) => simpleName(name));
  const factories = designTimeFactories(
    facts,
    (name) => name === 'ConfigurationDbContext' || declarations.some((declared) => simpleName(declared.name) === name),
  );
  const names = new Set([
    ...registrations.map(({ context }) => context),
    ...snapshots.map(({ context }) => context),
    ...declared,
    ...factories.map(({ context }) => context),
  ]);
  return [...names].sort().flatMap((name) =>
    apart(
      {
        name,
        declaration: declarations.find((declaration) => simpleName(declaration.name) === name) ?? null,
        registrations: registrations.filter(({ context }) => context === name),
        factories: factories.filter(({ context }) => context === name),
        snapshots: snapshots.filter(({ context }) => context === name),
      },
      facts,
    ),
  );
}

/**
 * An archive may hold many solutions, each with a context of that name: one for each group of projects that references join. Where
 * migrations stand in one that nothing joins with a registration, they are taken for those of whoever has none.
 */
function apart(all: ConfigurationContext, facts: Facts): ConfigurationContext[] {
  const groupOf = (projects: readonly FilePath[]) =>
    projects[0] === undefined ? '' : ([...connectedProjects(projects[0], facts)].sort()[0] ?? '');
  const ofSnapshot = ({ path }: ClientSnapshot) => groupOf([projectOf(facts, path)?.path ?? []].flat());
  const isIn = (group: ReadonlySet<string>) => (place: Place) => group.has(groupOf(place.projects));
  const within = (group: ReadonlySet<string>): ConfigurationContext => ({
    name: all.name,
    declaration: all.declaration && isIn(group)(all.declaration) ? all.declaration : null,
    registrations: all.registrations.filter(isIn(group)),
    factories: all.factories.filter(isIn(group)),
    snapshots: all.snapshots.filter((snapshot) => group.has(ofSnapshot(snapshot))),
  });
  const users = [...all.registrations, ...all.factories, ...(all.declaration ? [all.declaration] : [])];
  const migrated = new Set(all.snapshots.map(ofSnapshot));
  const used = new Set(users.map(({ projects }) => groupOf(projects)));
  const whole = [...migrated].filter((group) => used.has(group));
  const halves = [...new Set([...migrated, ...used])].filter((group) => !whole.includes(group));
  const isJoined = halves.some((group) => migrated.has(group)) && halves.some((group) => used.has(group));
  const groups = [...whole.map((group) => [group]), ...(isJoined ? [halves] : halves.map((group) => [group]))];
  return groups.map((group) => within(new Set(group)));
}

function contextDeclarations({ csharp }: Facts): TypeDeclaration[] {
  const all = [...csharp.typesDerivedFrom(productContext), ...csharp.typesDerivedFrom(contextInterface)];
  return [...new Map(all.map((declaration) => [declaration.name, declaration])).values()];
}

function registrationsIn(facts: Facts): (StoreRegistration & { context: string })[] {
  const { csharp } = facts;
  const used = providerMethods.flatMap((method) => csharp.invocationsOf(method));
  const assemblies = csharp.invocationsOf('MigrationsAssembly');
  return ['AddConfigurationStore', 'AddConfigurationDbContext']
    .flatMap((name) => csharp.invocationsOf(name))
    .filter((call) => isProducts(call, facts))
    .flatMap((call) =>
      [...new Set(contextsOf(call, facts))].map((context) => ({
        path: call.path,
        span: call.nameSpan,
        projects: call.projects,
        call: call.name,
        context,
        providers: [...new Set(nearest(call, context, used, facts).map(({ name }) => providerOfMethod(name)))],
        migrationsAssembly: assemblyIn(nearest(call, context, assemblies, facts)[0]),
        historyTable: historyTableOf(call, facts),
        clientTable: clientTableOf(call, facts),
      })),
    );
}

/** The product adds a store to its own builder and a context to the services; a method of that name elsewhere is the team's. */
function isProducts({ name, receiver, receiverType, projects }: Invocation, { hasProjects, projects: all }: Facts) {
  const isOnServices = /(^|\.)services$/i.test(receiver);
  return (
    receiverType.kind !== 'solution' &&
    !(name === 'AddConfigurationStore' && isOnServices) &&
    (!hasProjects || all.some(({ path, product }) => product !== null && projects.includes(path)))
  );
}

/** Simple names. Of a helper that hands its own type parameter on: what its callers give, none where they can't be seen. */
const contextsOf = (call: Invocation, facts: Facts): string[] =>
  call.typeArguments[0] ? contextsGiven(call, 0, facts) : ['ConfigurationDbContext'];

function contextsGiven(call: Invocation, index: number, facts: Facts, depth = 0): string[] {
  const given = call.typeArguments[index];
  if (!given || given.type.kind === 'other' || depth > maxHelpers) return [];
  const parameters = typeParametersAround(call, facts);
  if (!parameters.includes(given.text))
    return [simpleName(given.type.kind === 'unknown' ? given.text : given.type.name)];
  return facts.csharp
    .invocationsOf(call.method!)
    .filter(({ typeArguments }) => typeArguments.length === parameters.length)
    .flatMap((caller) => contextsGiven(caller, parameters.indexOf(given.text), facts, depth + 1));
}

/** Of the method that the call stands in, as it declares them. */
function typeParametersAround({ method, path, codeAround }: Invocation, { csharp }: Facts): string[] {
  if (!method) return [];
  const code = csharp.sourceOf(path).text.slice(codeAround.start, codeAround.end);
  const [, list] = new RegExp(`\\b${method}\\s*<([\\w\\s,]+)>\\s*\\(`).exec(code) ?? [];
  return list ? list.split(',').map((name) => name.trim()) : [];
}

/** How many helpers may stand between the one who names a context and the product's method. */
const maxHelpers = 4;

/**
 * Calls in the code that sets this one's options, or those of the context where it is added by itself; where that code can't be seen,
 * those of the same file, then of the same project.
 */
function nearest(call: Invocation, context: string, candidates: readonly Invocation[], { csharp }: Facts) {
  const byItself = contextMethods
    .flatMap((name) => csharp.invocationsOf(name))
    .filter(({ typeArguments }) => typeArguments[0] && simpleName(typeArguments[0].text) === context);
  const inside = [call, ...byItself].flatMap((one) => insideOptions(one, candidates));
  if (inside.length > 0) return inside;
  const inFile = candidates.filter(({ path }) => path === call.path);
  return inFile.length > 0
    ? inFile
    : candidates.filter(({ projects }) => projects.some((p) => call.projects.includes(p)));
}

/** EF's own ways to add a context. */
const contextMethods = ['AddDbContext', 'AddDbContextPool', 'AddDbContextFactory', 'AddPooledDbContextFactory'];

const simpleName = (name: string) => name.replace(/<.*$/, '').split('.').at(-1)!;

/** The project that compiles the file; where none does, the one in whose folder it lies. */
export function projectOf(facts: Facts, path: FilePath) {
  const owners = facts.projects.filter(({ sources }) => sources.includes(path));
  if (owners.length > 0) return owners[0]!;
  return facts.projects
    .filter(({ folder }) => folder === '' || path.startsWith(`${folder}/`))
    .sort((a, b) => b.folder.length - a.folder.length)[0];
}
