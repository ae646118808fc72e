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
  switch (written) {
    case 'new Uri':
      return one('uriString');
    case 'int.Parse':
    case 'long.Parse':
    case 'bool.Parse':
      return one('s');
    case 'Guid.Parse':
      return one('input');
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
  type && /^(I?(ReadOnly)?(Collection|List)|IEnumerable|HashSet|ISet)$/.test(type.name) ? type.args[0] : undefined;

/** Methods of sequences whose lambda is given an element. */
export const takesElement =
  /^(Select(Many)?|Where|Any|All|First(OrDefault)?|Single(OrDefault)?|Last(OrDefault)?|Count|OrderBy(Descending)?|ThenBy(Descending)?|ToDictionary|GroupBy|SkipWhile|TakeWhile|ForEach|Sum|Max|Min)$/;

/** `names.Add(x)`: it takes what the collection holds. */
export function collectionParameters(type: TypeRef | null, method: string): Signature[] | undefined {
  const element = /^(Add|Contains|Remove)$/.test(method) && type?.name !== 'IEnumerable' ? elementOf(type) : undefined;
  return element && [{ parameters: [{ name: 'item', type: element, isOptional: false }], returns: plain('bool') }];
}
