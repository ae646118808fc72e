import type { Assignment, TypeDeclaration } from '../../../../engine/csharp/index-types.ts';
import type { Invocation } from '../../../../engine/csharp/invocation-types.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { isTestProject } from '../../../../engine/facts/hosts/is-test-project.ts';
import { leafTypes } from '../../../../engine/facts/leaf-types.ts';
import { addedClientProperties, clientPropertiesAt62 } from '../../../../engine/facts/schema/provider.ts';
import type { Span } from '../../../../engine/text/span.ts';
import { type SourceFile, sourceOf } from '../../../../engine/workspace/workspace.ts';
import { clientType, valueType } from '../../schema/client-type.ts';

export const clientStore = 'Duende.IdentityServer.Stores.IClientStore';

/** EF's methods that run SQL. */
const sqlMethods = ['ExecuteSqlRaw', 'ExecuteSqlRawAsync', 'ExecuteSql', 'ExecuteSqlAsync'];

/** C# names whose files matter. */
export const clientNames: readonly string[] = [
  clientStore,
  'CreateMap',
  'AssertConfigurationIsValid',
  'RequirePkce',
  'CommandText',
  'Map',
  ...sqlMethods,
];

/** A place that carries clients by a list of properties of its own. */
export type Carrier =
  | { readonly kind: 'store'; readonly store: TypeDeclaration }
  | {
      readonly kind: 'map';
      readonly call: Invocation;
      readonly own: string;
      readonly isChecked: boolean;
      readonly onto: Onto;
    }
  | { readonly kind: 'copy'; readonly first: Assignment; readonly client: string }
  /** `hasColumns`: it names the columns that it fills. */
  | { readonly kind: 'sql'; readonly file: SourceFile; readonly span: Span; readonly hasColumns: boolean };

/** What a map writes to: calls that make a new client of it, and whether others write over one that is there. */
export interface Onto {
  readonly fresh: readonly Invocation[];
  readonly isLoaded: boolean;
}

export const carriers = (facts: Facts): Carrier[] => [
  ...stores(facts),
  ...maps(facts),
  ...copies(facts),
  ...inserts(facts),
];

function stores(facts: Facts): Carrier[] {
  return leafTypes(facts.csharp.typesDerivedFrom(clientStore))
    .filter((store) => !isDecorator(store, facts) && !store.projects.some((path) => isTests(path, facts)))
    .map((store) => ({ kind: 'store', store }));
}

/** It hands on what another store gives, so it has nothing to carry. */
const isDecorator = (store: TypeDeclaration, { csharp }: Facts) =>
  csharp
    .typeUses(clientStore)
    .some(({ path, role }) => path === store.path && ['injected-parameter', 'field', 'property'].includes(role));

const isTests = (path: string, { projects }: Facts) => {
  const project = projects.find((candidate) => candidate.path === path);
  return project !== undefined && isTestProject(project);
};

/** AutoMapper's `CreateMap<Own, Client>()`, where the type of the team's own lacks a property. */
function maps(facts: Facts): Carrier[] {
  const isChecked = facts.csharp.invocationsOf('AssertConfigurationIsValid').length > 0;
  return facts.csharp.invocationsOf('CreateMap').flatMap((call): Carrier[] => {
    const types = call.typeArguments.map(({ type }) => type);
    const own = types.find(({ kind }) => kind === 'solution');
    const targets = types.map((type) => clientType(type, call, facts));
    if (types.length !== 2 || own?.kind !== 'solution' || targets.every((target) => target === null)) return [];
    const isWhole = addedClientProperties.every((name) => facts.csharp.declaresMember(own.name, name));
    const onto = ontoClients(own.name, facts);
    return isWhole ? [] : [{ kind: 'map', call, own: own.name, isChecked: isChecked && targets[1] !== null, onto }];
  });
}

/** `Map<Client>(form)` and `Map<Form, Client>(form)` make a new one; `Map(form, client)` writes over one. */
function ontoClients(own: string, facts: Facts): Onto {
  const calls = facts.csharp.invocationsOf('Map').filter((call) => {
    const source = valueType(call.arguments[0], facts);
    const target = call.typeArguments.at(-1)?.type ?? valueType(call.arguments[1], facts);
    const isOwn = source === null || source.kind !== 'solution' || source.name === own;
    return isOwn && target !== null && clientType(target, call, facts) !== null;
  });
  return {
    fresh: calls.filter((call) => call.arguments.length === 1),
    isLoaded: calls.some((call) => call.arguments.length > 1),
  };
}

/** `RequirePkce = x.RequirePkce` on a client is a copy field by field; one that knows `RequireDPoP` has been brought up to date. */
function copies(facts: Facts): Carrier[] {
  const { csharp } = facts;
  const brought = new Set(csharp.assignmentsTo('RequireDPoP').map(({ path }) => path));
  const found = csharp
    .assignmentsTo('RequirePkce')
    .filter(({ path, text }) => /\.\s*RequirePkce$/.test(text) && !brought.has(path))
    .flatMap((first) => {
      const client = clientType(first.targetType, first, facts);
      return client === null ? [] : [{ kind: 'copy', first, client } as const];
    });
  return found.filter(({ first }, i) => found.findIndex((other) => other.first.path === first.path) === i);
}

const insert = /insert\s+into\s+[\w."[\]`\\]*\bclients\b["\]`\\]*\s*(?:\(([^)]*)\)|values\s*\()/gi;

/** Scripts and code that add clients and were written before there were these columns. A migration's SQL runs before they come. */
function inserts({ workspace, csharp }: Facts): Carrier[] {
  const scripts = [...workspace.files.values()]
    .filter(({ path }) => /\.sql$/i.test(path))
    .map(sourceOf)
    .filter((file) => file.kind === 'text')
    .flatMap((file) => insertIn(file, { start: 0, end: file.text.length }));
  const texts = [
    ...sqlMethods.flatMap((method) => csharp.invocationsOf(method)).map(({ path, argumentList: at }) => ({ path, at })),
    ...csharp.assignmentsTo('CommandText').map(({ path, value: at }) => ({ path, at })),
  ];
  return [...scripts, ...texts.flatMap(({ path, at }) => insertIn(csharp.sourceOf(path), at))];
}

/** The first that is told, by columns or a number of values that only the product's table has. */
function insertIn(file: SourceFile, { start, end }: Span): Carrier[] {
  const text = file.text.slice(start, end);
  const found = [...text.matchAll(insert)].find((match) => {
    const [whole, columns] = match;
    return columns === undefined
      ? valuesFrom(text.slice(match.index + whole.length)) >= clientPropertiesAt62.length - 1 // the database may give `Id`
      : /\bclient_?id\b/i.test(columns) && /\bprotocol_?type\b/i.test(columns) && !/dpop/i.test(columns);
  });
  if (!found) return [];
  const at = start + found.index;
  const head = found[0].slice(0, found[0].search(/\s*(?:\([^)]*\)|values\s*\()$/i));
  return [{ kind: 'sql', file, span: { start: at, end: at + head.length }, hasColumns: found[1] !== undefined }];
}

/** How many there are up to the parenthesis that closes them. */
function valuesFrom(text: string): number {
  let [depth, count] = [0, 1];
  for (const [token] of text.matchAll(/'(?:[^']|'')*'|[(),]/g)) {
    if (token === '(') depth++;
    else if (token === ')' && depth-- === 0) return count;
    else if (token === ',' && depth === 0) count++;
  }
  return 0;
}
