import type { Signature, TypeRef } from './library.ts';

const plain = (name: string, nulls: TypeRef['nulls'] = 'no'): TypeRef => ({
  name,
  nulls,
  since: 'before',
  args: [],
});

const objectMembers = /^(ToString|GetHashCode|GetType|Equals)$/;
const textMembers =
  /^(Length|Chars|Trim(Start|End)?|Split|Contains|StartsWith|EndsWith|Substring|To(Lower|Upper)(Invariant)?|ToString|ToCharArray|Replace|(Last)?IndexOf(Any)?|Insert|Remove|Pad(Left|Right)|Equals|CompareTo|GetHashCode|GetType|Normalize|GetEnumerator)$/;
const collectionMembers =
  /^(Count|Add|Clear|CopyTo|Remove|GetEnumerator|GetType|ToString|Keys|Values|ContainsKey|TryGetValue)$/;
const sequenceMethods =
  /^(Select(Many)?|Where|Any|All|First(OrDefault)?|Single(OrDefault)?|Last(OrDefault)?|Contains|Count|Distinct|Except|Intersect|Union|Concat|OrderBy(Descending)?|To(Array|List|HashSet|Dictionary)|Aggregate|Cast|OfType|Skip|Take|Zip|Append|GroupBy|Join)$/;
const principalMembers =
  /^(Identity|Identities|Claims|FindFirst|FindAll|HasClaim|IsInRole|AddIdentity|AddIdentities|Clone|GetType|ToString)$/;
const collections = /^(I?(ReadOnly)?(Collection|List|Dictionary)|IEnumerable|HashSet|ISet|NameValueCollection)$|\[\]$/;

/**
 * How the compiler calls it when `member` of a value that may be null is used: a member of the value itself, or an extension
 * method of the framework that takes no null. undefined: it may be an extension method that does.
 */
export function dereferenceOf(type: TypeRef | null, member: string, isCall: boolean): 'CS8602' | 'CS8604' | undefined {
  if (!isCall || objectMembers.test(member)) return 'CS8602';
  if (!type) return undefined;
  if (type.name === 'string' || type.name === 'String') return textMembers.test(member) ? 'CS8602' : undefined;
  if (type.name === 'ClaimsPrincipal') return principalMembers.test(member) ? 'CS8602' : undefined;
  if (!collections.test(type.name)) return undefined;
  if (member === 'Contains' && type.name !== 'IEnumerable' && !type.name.endsWith('[]')) return 'CS8602';
  return sequenceMethods.test(member) ? 'CS8604' : collectionMembers.test(member) ? 'CS8602' : undefined;
}

/** Methods and constructors of the framework that take no null where text is handed to them. */
export function frameworkParameters(written: string): Signature[] | undefined {
  const one = (name: string): Signature[] => [
    { parameters: [{ name, type: plain('string'), isOptional: false }], returns: plain('object', 'unsaid') },
  ];
  const guarded = (...names: string[]): Signature[] => [
    {
      parameters: names.map((name) => ({ name, type: plain('string'), isOptional: false, isGuarded: true })),
      returns: plain('object', 'unsaid'),
    },
  ];
  switch (written.replace(/^(global::)?System\.(Text\.)?/, '')) {
    case 'new Uri':
      return one('uriString');
    case 'int.Parse':
    case 'long.Parse':
    case 'bool.Parse':
      return one('s');
    case 'Guid.Parse':
      return one('input');
    case 'DateTime.Parse':
    case 'DateTimeOffset.Parse':
    case 'Convert.FromBase64String':
    case 'Encoding.UTF8.GetBytes':
      return guarded('s');
    case 'Uri.EscapeDataString':
      return guarded('stringToEscape');
    case 'new Claim':
      return guarded('type', 'value');
    default:
      return undefined;
  }
}

/** Calls of the framework whose result is annotated as maybe null, in every version with annotations. */
export const givesNull =
  /^(FirstOrDefault|SingleOrDefault|LastOrDefault|FirstOrDefaultAsync|SingleOrDefaultAsync|GetEnvironmentVariable|GetDirectoryName)$/;

/** `IsNullOrEmpty(x)` and kin: not null where they are false. */
export const testsText = /^(string|String|System\.String)\.IsNullOr(Empty|WhiteSpace)$/;

/** Calls that leave what is known of their arguments as it is. */
export const leavesArguments =
  /^(Log(Trace|Debug|Information|Warning|Error|Critical)?|FromResult|WriteLine|Concat|Format|Equals|Ok|View|Json|Page|PartialView)$/;

/** The element of a sequence of the framework. */
export const elementOf = (type: TypeRef | null): TypeRef | undefined =>
  type && /^(I?(ReadOnly)?(Collection|List)|I(Ordered)?Enumerable|HashSet|ISet)$|\[\]$/.test(type.name)
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
  if (
    /^(Where|Distinct|Skip(While|Last)?|Take(While|Last)?|(Then|Order)By(Descending)?|AsEnumerable|Reverse)$/.test(
      method,
    )
  )
    return method === 'Reverse' && type.name === 'List' ? undefined : made('IEnumerable', element);
  if (method === 'ToList') return made('List', element);
  if (method === 'ToHashSet') return made('HashSet', element);
  if (method === 'ToArray') return made(`${element.name}[]`, element);
  return method === 'Select' && gives ? made('IEnumerable', gives) : undefined;
}

/** Methods of sequences whose lambda is given an element. */
export const takesElement =
  /^(Select(Many)?|Where|Any|All|First(OrDefault)?|Single(OrDefault)?|Last(OrDefault)?|Count|OrderBy(Descending)?|ThenBy(Descending)?|ToDictionary|GroupBy|SkipWhile|TakeWhile|ForEach|Sum|Max|Min)$/;

/** `names.Add(x)`: it takes what the collection holds. */
export function collectionParameters(type: TypeRef | null, method: string): Signature[] | undefined {
  const isDictionary = /^I?Dictionary$/.test(type?.name ?? '') && /^(Try)?Add$/.test(method);
  if (type && isDictionary && type.args.length === 2)
    return [
      {
        parameters: type.args.map((one, index) => ({ name: index ? 'value' : 'key', type: one, isOptional: false })),
        returns: plain('bool'),
      },
    ];
  const isOne = /^(Add|Contains|Remove)$/.test(method) && !/Enumerable$|\[\]$/.test(type?.name ?? '');
  const element = isOne ? elementOf(type) : undefined;
  return element && [{ parameters: [{ name: 'item', type: element, isOptional: false }], returns: plain('bool') }];
}
