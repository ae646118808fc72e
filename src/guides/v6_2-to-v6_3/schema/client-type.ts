import type { Place, TypeAnswer } from '../../../engine/csharp/index-types.ts';
import type { Argument } from '../../../engine/csharp/invocation-types.ts';
import type { Facts } from '../../../engine/facts/facts.ts';
import { storedClient } from '../../../engine/facts/schema/configuration-store.ts';

const clients = [storedClient, 'Duende.IdentityServer.Models.Client'];

/** Which of the product's clients is meant. Many types are called so, so no rule asks the index for it: a `using` must be there. */
export function clientType(type: TypeAnswer, { path }: Place, { csharp }: Facts): string | null {
  if (type.kind === 'solution' || type.kind === 'unknown') return null;
  const { text } = csharp.sourceOf(path);
  const isImported = (name: string) => text.includes(`using ${name.slice(0, -'.Client'.length)};`);
  return clients.find((name) => type.name === name || (type.name === 'Client' && isImported(name))) ?? null;
}

/** Of a variable, parameter or member given as an argument. null: it is something else, or its type can't be told. */
export function valueType(argument: Argument | undefined, facts: Facts): TypeAnswer | null {
  return argument ? typeOfName(argument.text, argument, facts) : null;
}

/** Of what code at the place calls by this name. */
export const typeOfName = (name: string, at: Place, { csharp }: Facts): TypeAnswer | null =>
  csharp.valuesAt(at).find((value) => value.name === name)?.type ?? null;
