import type { Invocation, Place, TypeDeclaration } from '../../csharp/index-types.ts';
import { contains } from '../../text/span.ts';
import type { FilePath } from '../../workspace/file-path.ts';
import type { Facts } from '../facts.ts';
import { type Provider, providerMethods, providerOfMethod } from './provider.ts';
import { type ClientSnapshot, clientSnapshots } from './snapshot.ts';

export const productContext = 'Duende.IdentityServer.EntityFramework.DbContexts.ConfigurationDbContext';
export const contextInterface = 'Duende.IdentityServer.EntityFramework.Interfaces.IConfigurationDbContext';

/** C# names whose files tell about configuration stores. */
export const configurationStoreNames: readonly string[] = [
  'AddConfigurationStore',
  'AddConfigurationDbContext',
  'ConfigurationDbContext',
  'IConfigurationDbContext',
];

/** Where a store is registered, with what its options say. */
export interface StoreRegistration extends Place {
  readonly call: string; // AddConfigurationStore, AddConfigurationDbContext
  readonly providers: readonly Provider[]; // several where one is chosen at run time
  readonly migrationsAssembly: string | null; // the argument as written
}

/** A context that holds the product's clients: where it comes from, is registered, and was last scaffolded. */
export interface ConfigurationContext {
  readonly name: string; // simple, as `dotnet ef -c` takes it
  readonly declaration: TypeDeclaration | null; // null: the product's own
  readonly registrations: readonly StoreRegistration[];
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
  const snapshots = clientSnapshots(facts.workspace);
  const names = new Set([
    ...registrations.map(({ context }) => context),
    ...snapshots.map(({ context }) => context),
    ...leavesOf(declarations).map(({ name }) => simpleName(name)),
  ]);
  return [...names].sort().map((name) => ({
    name,
    declaration: declarations.find((declaration) => simpleName(declaration.name) === name) ?? null,
    registrations: registrations.filter(({ context }) => context === name),
    snapshots: snapshots.filter(({ context }) => context === name),
  }));
}

function contextDeclarations({ csharp }: Facts): TypeDeclaration[] {
  const all = [...csharp.typesDerivedFrom(productContext), ...csharp.typesDerivedFrom(contextInterface)];
  return [...new Map(all.map((declaration) => [declaration.name, declaration])).values()];
}

/** Those no other one stands on: a generic base in between is not a context of its own. */
function leavesOf(declarations: readonly TypeDeclaration[]) {
  const bases = new Set(
    declarations.flatMap(({ bases }) =>
      bases.flatMap(({ meaning }) => (meaning.kind === 'solution' ? meaning.name : [])),
    ),
  );
  return declarations.filter(({ name }) => !bases.has(name));
}

function registrationsIn({ csharp }: Facts): (StoreRegistration & { context: string })[] {
  const used = providerMethods.flatMap((method) => csharp.invocationsOf(method));
  const assemblies = csharp.invocationsOf('MigrationsAssembly');
  return ['AddConfigurationStore', 'AddConfigurationDbContext']
    .flatMap((name) => csharp.invocationsOf(name))
    .filter((call) => call.receiverType.kind !== 'solution')
    .flatMap((call) => {
      const context = contextOf(call);
      return context === null
        ? []
        : {
            path: call.path,
            span: call.nameSpan,
            projects: call.projects,
            call: call.name,
            context,
            providers: [...new Set(nearest(call, used).map(({ name }) => providerOfMethod(name)))],
            migrationsAssembly: nearest(call, assemblies)[0]?.arguments[0]?.text ?? null,
          };
    });
}

/** null: a type parameter, in a helper that passes its own on. */
function contextOf({ typeArguments: [given] }: Invocation): string | null {
  if (!given) return 'ConfigurationDbContext';
  if (given.type.kind === 'other') return null;
  return simpleName(given.type.kind === 'unknown' ? given.text : given.type.name);
}

/** Calls inside this one's arguments; where its options are set elsewhere, those of the same file, then of the same project. */
function nearest(call: Invocation, candidates: readonly Invocation[]) {
  const inFile = candidates.filter(({ path }) => path === call.path);
  const inside = inFile.filter(({ span }) => contains(call.argumentList, span));
  if (inside.length > 0) return inside;
  return inFile.length > 0
    ? inFile
    : candidates.filter(({ projects }) => projects.some((p) => call.projects.includes(p)));
}

const simpleName = (name: string) => name.replace(/<.*$/, '').split('.').at(-1)!;

/** The project that compiles the file; where none does, the one in whose folder it lies. */
export function projectOf(facts: Facts, path: FilePath) {
  const owners = facts.projects.filter(({ sources }) => sources.includes(path));
  if (owners.length > 0) return owners[0]!;
  return facts.projects
    .filter(({ folder }) => folder === '' || path.startsWith(`${folder}/`))
    .sort((a, b) => b.folder.length - a.folder.length)[0];
}
