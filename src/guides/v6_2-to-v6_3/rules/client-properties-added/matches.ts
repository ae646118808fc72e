import type {
  Assignment,
  Invocation,
  Place,
  TypeAnswer,
  TypeDeclaration,
} from '../../../../engine/csharp/index-types.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { isTestProject } from '../../../../engine/facts/hosts/is-test-project.ts';
import { leafTypes } from '../../../../engine/facts/leaf-types.ts';
import { addedClientProperties } from '../../../../engine/facts/schema/provider.ts';
import type { Span } from '../../../../engine/text/span.ts';
import { type SourceFile, sourceOf } from '../../../../engine/workspace/workspace.ts';

export const clientStore = 'Duende.IdentityServer.Stores.IClientStore';
export const storedClient = 'Duende.IdentityServer.EntityFramework.Entities.Client';
const clients = [storedClient, 'Duende.IdentityServer.Models.Client'];

/** C# names whose files matter. */
export const clientNames: readonly string[] = [clientStore, 'CreateMap', 'AssertConfigurationIsValid', 'RequirePkce'];

/** A place that carries clients by a list of properties of its own. */
export type Carrier =
  | { readonly kind: 'store'; readonly store: TypeDeclaration }
  | { readonly kind: 'map'; readonly call: Invocation; readonly own: string; readonly isChecked: boolean }
  | { readonly kind: 'copy'; readonly first: Assignment; readonly client: string }
  | { readonly kind: 'sql'; readonly file: SourceFile; readonly span: Span };

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
    return isWhole ? [] : [{ kind: 'map', call, own: own.name, isChecked: isChecked && targets[1] !== null }];
  });
}

/** Which of the product's clients is meant. Many types are called so, so no rule asks the index for it: a `using` must be there. */
function clientType(type: TypeAnswer, { path }: Place, { csharp }: Facts): string | null {
  if (type.kind === 'solution' || type.kind === 'unknown') return null;
  const { text } = csharp.sourceOf(path);
  const isImported = (name: string) => text.includes(`using ${name.slice(0, -'.Client'.length)};`);
  return clients.find((name) => type.name === name || (type.name === 'Client' && isImported(name))) ?? null;
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

const insert = /insert\s+into\s+[\w."[\]`]*clients["\]`]?\s*\(([^)]*)\)/gi;

/** Scripts that add clients and were written before there were these columns. */
function inserts({ workspace }: Facts): Carrier[] {
  return [...workspace.files.values()]
    .filter(({ path }) => /\.sql$/i.test(path))
    .map(sourceOf)
    .filter((file) => file.kind === 'text')
    .flatMap((file) => {
      const found = [...file.text.matchAll(insert)].find(
        ([, columns]) =>
          /\bclient_?id\b/i.test(columns!) && /\bprotocol_?type\b/i.test(columns!) && !/dpop/i.test(columns!),
      );
      if (!found) return [];
      const length = found[0].indexOf('(');
      return [
        {
          kind: 'sql',
          file,
          span: { start: found.index, end: found.index + found[0].slice(0, length).trimEnd().length },
        },
      ];
    });
}
