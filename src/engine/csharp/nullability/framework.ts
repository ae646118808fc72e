import type { TypeRef } from './library.ts';

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

/** Calls of the framework whose result is annotated as maybe null, in every version with annotations. */
export const givesNull =
  /^(FirstOrDefault|SingleOrDefault|LastOrDefault|FirstOrDefaultAsync|SingleOrDefaultAsync|GetEnvironmentVariable|GetDirectoryName)$/;

/** Text that is made of other text is never null. */
export const makesText = (written: string, receiver: TypeRef | null, method: string) =>
  /^([sS]tring|System\.String)\.(Join|Format|Concat|Create)$/.test(written) ||
  (/^[sS]tring$/.test(receiver?.name ?? '') &&
    /^(Trim(Start|End)?|Substring|To(Lower|Upper)(Invariant)?|ToString|Replace|Insert|Remove|Pad(Left|Right)|Normalize)$/.test(
      method,
    ));

/** `IsNullOrEmpty(x)` and kin: not null where they are false. */
export const testsText = /^(string|String|System\.String)\.IsNullOr(Empty|WhiteSpace)$/;

/** Calls that leave what is known of their arguments as it is. */
export const leavesArguments =
  /^(Log(Trace|Debug|Information|Warning|Error|Critical)?|FromResult|WriteLine|Concat|Format|Equals|Ok|View|Json|Page|PartialView|Serialize|Append|AppendLine|Set|SetEnvironmentVariable|(Not)?Equal)$/;
