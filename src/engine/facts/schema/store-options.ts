import type { Assignment, Place } from '../../csharp/index-types.ts';
import type { CodeBody, Invocation } from '../../csharp/invocation-types.ts';
import { contains } from '../../text/span.ts';
import type { Facts } from '../facts.ts';

export interface TableName {
  readonly name: string;
  readonly schema: string | null;
}

/** C# names whose files tell about it. */
export const storeOptionNames: readonly string[] = ['MigrationsHistoryTable', 'DefaultSchema', 'TableConfiguration'];

/** Places in the code that sets this call's options. */
export function insideOptions<T extends Place>(call: Invocation, candidates: readonly T[]): T[] {
  const bodies: readonly CodeBody[] = call.arguments.flatMap(({ body }) => body ?? []);
  return candidates.filter(({ path, span }) => bodies.some((body) => body.path === path && contains(body.span, span)));
}

/** Where EF notes what it has applied. null where a table is named somewhere and it can't be told whether for this store. */
export function historyTableOf(call: Invocation, { csharp }: Facts): TableName | null {
  const named = csharp.invocationsOf('MigrationsHistoryTable');
  const [mine, ...others] = insideOptions(call, named);
  if (mine && others.length === 0) return tableOf(mine);
  const isNear = named.some(({ projects }) => projects.some((path) => call.projects.includes(path)));
  return isNear ? null : { name: '__EFMigrationsHistory', schema: null };
}

/** Of `MigrationsHistoryTable(name, schema)`. null: what it is called isn't written there. */
export function tableOf({ arguments: given }: Invocation): TableName | null {
  const [name, schema] = given.map(({ literal }) => literal);
  const isTold = typeof name === 'string' && (given.length < 2 || typeof schema === 'string');
  return isTold ? { name, schema: typeof schema === 'string' ? schema : null } : null;
}

/** Of `MigrationsAssembly(…)`: the argument as written, or the value of a constant in quotes. */
export function assemblyIn(call: Invocation | undefined): string | null {
  const [argument] = call?.arguments ?? [];
  return typeof argument?.literal === 'string' ? `"${argument.literal}"` : (argument?.text ?? null);
}

/** By `DefaultSchema` and `Client` of the store's options. null where they are set to something that isn't written there. */
export function clientTableOf(call: Invocation, { csharp }: Facts): TableName | null {
  const set = (member: string) => insideOptions(call, csharp.assignmentsTo(member)).at(-1);
  const [schema, client] = [set('DefaultSchema'), set('Client')];
  const name = insideOptions(call, csharp.assignmentsTo('Name')).find(({ target }) => /\.Client\.Name$/.test(target));
  if ([schema, name].some((assignment) => assignment && typeof assignment.literal !== 'string')) return null;
  const own = client ? configuredTable(client) : { name: 'Clients', schema: null };
  return own && { name: text(name) ?? own.name, schema: own.schema ?? text(schema) ?? null };
}

const text = (assignment: Assignment | undefined) =>
  typeof assignment?.literal === 'string' ? assignment.literal : undefined;

/** `new TableConfiguration("OidcClients", "oidc")` */
function configuredTable({ text }: Assignment): TableName | null {
  const [, name, schema] = /^new(?:\s+[\w.]+)?\s*\(\s*"([^"\\]+)"\s*(?:,\s*"([^"\\]+)"\s*)?\)$/.exec(text) ?? [];
  return name === undefined ? null : { name, schema: schema ?? null };
}
