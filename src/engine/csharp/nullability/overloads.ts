import type { LibraryParameter, Signature, TypeRef } from './library.ts';
import { isText, type Value } from './values.ts';

/** The `T` of `Action<T>`, where every overload that takes a delegate there has the same. */
export function configured(signatures: readonly Signature[], index: number): TypeRef | undefined {
  const types = signatures.map(({ parameters }) => parameters[index]?.type);
  const [first, ...others] = types
    .filter((type) => type && /^(Action|Func)$/.test(type.name))
    .map((type) => type?.args[0]);
  return first && others.every((other) => other?.name === first.name) ? first : undefined;
}

/** Text goes into no number, no time, and no list. */
export const accepts = (
  parameters: readonly LibraryParameter[],
  given: readonly { name: string | null; value: Value }[],
) =>
  given.every(({ name, value }, index) => {
    const taken = name === null ? parameters[index] : parameters.find((one) => one.name === name);
    return (
      !isText(value.type) || !/^(DateTime(Offset)?|TimeSpan|bool|int|long|IEnumerable)$/.test(taken?.type.name ?? '')
    );
  });

/** The type of a value with what is known of it. */
export function typeOf({ type, fact }: Value): TypeRef | null {
  if (!type) return null;
  if (fact.kind !== 'maybe') return { ...type, nulls: fact.kind === 'not' ? 'no' : 'unsaid', since: 'before' };
  return { ...type, nulls: 'yes', since: fact.since, ...(fact.origin ? { member: fact.origin.member } : {}) };
}

export function taskOf(value: Value, written: TypeRef | undefined): TypeRef | null {
  const type = written ?? typeOf(value);
  return type && { name: 'Task', nulls: 'no', since: 'before', args: [type] };
}

export const fits = (parameters: readonly LibraryParameter[], given: readonly { readonly name: string | null }[]) =>
  given.length <= parameters.length &&
  parameters.slice(given.length).every(({ isOptional }) => isOptional || given.some(({ name }) => name !== null)) &&
  given.every(({ name }) => name === null || parameters.some((one) => one.name === name));
