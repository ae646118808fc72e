import type { Origin } from '../../../../engine/csharp/index-types.ts';
import type { Invocation } from '../../../../engine/csharp/invocation-types.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { isInTests } from '../../../../engine/facts/hosts/is-test-project.ts';
import type { Span } from '../../../../engine/text/span.ts';
import { baseName } from '../../../../engine/workspace/file-path.ts';
import { type Copy, copyAt } from './copies.ts';
import { lackingKeys } from './document.ts';

/** A test compares what the server answers with a copy. */
export interface Comparison {
  readonly call: Invocation;
  readonly copy: Copy;
  /** The whole of it, by its text or key by key. */
  readonly isWhole: boolean;
}

/** What each of these compares: what it is called on (`on`), and its arguments by their place. */
const comparing: Readonly<Record<string, readonly ('on' | number)[]>> = {
  DeepEquals: [0, 1],
  Equal: [0, 1],
  AreEqual: [0, 1],
  AreEquivalent: [0, 1],
  Equivalent: [0, 1],
  That: [0, 1],
  Be: ['on', 0],
  BeEquivalentTo: ['on', 0],
  ShouldBe: ['on', 0],
  ShouldBeEquivalentTo: ['on', 0],
  SequenceEqual: ['on', 0],
  SetEquals: ['on', 0],
};

/** Something of the document only, or of what a class of the team's makes of it. */
const part =
  /[\w)]\[(?!\])|\b(GetProperty|TryGet\w*|SelectToken|GetValue|GetString|Value<|Where|Except|Intersect|Single|First|Count|Length|ContainsKey)\b|\.\w*(Issuer|Endpoint|Uri)\b/;
const intoClass =
  /\b(Deserialize|DeserializeObject|GetFromJsonAsync|ReadFromJsonAsync|ReadAsAsync|ToObject)\s*<\s*(?!\w*Dictionary\b|Json(Document|Element|Node|Object)\b|J(Object|Token)\b|object\b|dynamic\b|ExpandoObject\b)/;
const served =
  /\.well-known\/openid-configuration(?!\/jwks)|\b(GetDiscoveryDocumentAsync|CreateDiscoveryDocumentAsync)\b/;

/** Comparisons in tests, as far as the code shows what goes into them. */
export const comparisons = (files: readonly Copy[], facts: Facts): Comparison[] =>
  Object.keys(comparing)
    .flatMap((name) => facts.csharp.invocationsOf(name))
    .filter((call) => isInTests(call, facts))
    .flatMap((call) => comparison(call, files, facts));

function comparison(call: Invocation, files: readonly Copy[], facts: Facts): Comparison[] {
  const sides = sidesOf(call).map((span) => facts.csharp.originsOf({ path: call.path, span }));
  const copies = sides.map((origins) => copyIn(origins, files, facts));
  const at = copies.findIndex((copy, i) => copy && sides[1 - i]?.some(({ text }) => served.test(text)));
  const other = sides[1 - at];
  const copy = copies[at];
  if (!copy || !other) return [];
  return [{ call, copy, isWhole: [...other, ...sides[at]!].every(isWhole) && isExact(call, sides[at]!) }];
}

/** `a.Should().Equal(b)` compares `a`, `Assert.Equal(a, b)` its arguments. */
function sidesOf({ name, receiver, receiverSpan, arguments: given }: Invocation): Span[] {
  const should = /\.\s*Should\(\)$/.exec(receiver);
  const on = should && receiverSpan ? { ...receiverSpan, end: receiverSpan.end - should[0].length } : receiverSpan;
  return (should ? ['on' as const, 0] : comparing[name]!).flatMap((side) => {
    const span = side === 'on' ? on : given[side]?.whole;
    return span ? [span] : [];
  });
}

const isWhole = ({ text, isMethod }: Origin) => (isMethod || !part.test(text)) && !intoClass.test(text);

/** Some look only for the members of what they expect, and find them all. */
const isExact = ({ name, receiver, arguments: given }: Invocation, expected: readonly Origin[]) =>
  (name !== 'Equivalent' || given.some(({ literal }) => literal === true)) &&
  (!/Be(Equivalent)?To?$/.test(name) || !receiver || !expected.some(({ text }) => /\bnew\s*\{/.test(text))) &&
  !given.some(({ text }) => /ExcludingMissingMembers|\.\s*(Including|Excluding)\(/.test(text));

/** A string with the whole document, strings that are its keys, or the name of a file that holds it. */
function copyIn(origins: readonly Origin[], files: readonly Copy[], { csharp }: Facts): Copy | undefined {
  const literals = origins.flatMap((origin) => origin.literals);
  const file = files.find((copy) =>
    literals.some(({ value }) => baseName(value.replaceAll('\\', '/')) === baseName(copy.file.path)),
  );
  const holder = origins.find(({ text }) => lackingKeys(text).length > 0);
  if (file || !holder) return file;
  return copyAt(holder, holder.text, csharp.sourceOf(holder.path));
}
