import type { Signature, TypeRef } from './library.ts';

/** The element of a sequence of the framework. */
export const elementOf = (type: TypeRef | null): TypeRef | undefined =>
  type &&
  /^(I?(ReadOnly)?(Collection|List)|I(Ordered|Async)?Enumerable|HashSet|ISet|DbSet|I(Ordered|Includable)?Queryable)$|\[\]$/.test(
    type.name,
  )
    ? type.args[0]
    : undefined;

/** What has its elements at indexes, and what of it `x[…]` gives. */
export const indexedOf = (type: TypeRef | null): TypeRef | undefined => {
  if (type && /^I?(ReadOnly)?List$|\[\]$/.test(type.name)) return type.args[0];
  return type && /^I?(ReadOnly)?Dictionary$/.test(type.name) ? type.args[1] : undefined;
};

/** The element of what `yield return` gives. */
export const yieldedOf = (type: TypeRef): TypeRef | undefined =>
  /^I(Async)?Enumer(able|ator)$/.test(type.name) ? type.args[0] : undefined;

/** What a method of sequences makes of one: `gives` is what its lambda gives of an element. */
export function sequenceOf(type: TypeRef, method: string, gives: TypeRef | null): TypeRef | undefined {
  const element = elementOf(type);
  const made = (name: string, of: TypeRef): TypeRef => ({ name, nulls: 'no', since: 'before', args: [of] });
  if (!element) return undefined;
  const isQuery = /^DbSet$|Queryable$/.test(type.name);
  const sequence = isQuery ? 'IQueryable' : 'IEnumerable';
  if (isQuery && /^((Then)?Include|As(No)?Tracking|As(Split|Single)Query|TagWith|IgnoreQueryFilters)$/.test(method))
    return made(sequence, element);
  if (isQuery && method.endsWith('Async')) {
    const given = collected(method.slice(0, -5), element);
    return given && made('Task', given);
  }
  if (
    /^(Where|Distinct|Skip(While|Last)?|Take(While|Last)?|(Then|Order)By(Descending)?|AsEnumerable|Reverse)$/.test(
      method,
    )
  )
    return method === 'Reverse' && type.name === 'List' ? undefined : made(sequence, element);
  if (/^(First|Single|Last)/.test(method)) return undefined;
  return method === 'Select' && gives ? made(sequence, gives) : collected(method, element);
}

/** What of a sequence is given at once. */
function collected(method: string, element: TypeRef): TypeRef | undefined {
  const made = (name: string): TypeRef => ({ name, nulls: 'no', since: 'before', args: [element] });
  if (method === 'ToList') return made('List');
  if (method === 'ToHashSet') return made('HashSet');
  if (method === 'ToArray') return made(`${element.name}[]`);
  if (/^(First|Single|Last)OrDefault$/.test(method)) return { ...element, nulls: 'yes', since: 'before' };
  return /^(First|Single|Last)$/.test(method) ? element : undefined;
}

/** Methods of sequences whose lambda is given an element. */
export const takesElement =
  /^(Select(Many)?|Where|Any|All|First(OrDefault)?|Single(OrDefault)?|Last(OrDefault)?|Count|OrderBy(Descending)?|ThenBy(Descending)?|ToDictionary|GroupBy|SkipWhile|TakeWhile|ForEach|Sum|Max|Min)$/;

/** `names.Add(x)`: it takes what the collection holds. */
export function collectionParameters(type: TypeRef | null, method: string): Signature[] | undefined {
  const named = (names: readonly string[], types: readonly TypeRef[]): Signature[] => [
    {
      parameters: types.map((one, index) => ({ name: names[index] ?? '', type: one, isOptional: false })),
      returns: { name: 'bool', nulls: 'no', since: 'before', args: [] },
    },
  ];
  const [key, value] = type && /^(I|Concurrent)?(ReadOnly)?Dictionary$/.test(type.name) ? type.args : [];
  if (key && value) {
    if (/^(Try)?Add$/.test(method)) return named(['key', 'value'], [key, value]);
    if (/^(ContainsKey|Remove|GetValueOrDefault)$/.test(method)) return named(['key'], [key]);
    return method === 'TryGetValue' ? named(['key', 'value'], [key, { ...value, nulls: 'unsaid' }]) : undefined;
  }
  const isOne = /^(Add|Contains|Remove)$/.test(method) && !/Enumerable$|\[\]$/.test(type?.name ?? '');
  const element = isOne ? elementOf(type) : undefined;
  return element && named(['item'], [element]);
}
