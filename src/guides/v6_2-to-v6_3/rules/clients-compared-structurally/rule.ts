import type { TypeAnswer } from '../../../../engine/csharp/index-types.ts';
import type { Invocation } from '../../../../engine/csharp/invocation-types.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { addedClientProperties } from '../../../../engine/facts/schema/provider.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import { clientType, typeOfName, valueType } from '../../schema/client-type.ts';

interface Comparison {
  readonly call: Invocation;
  readonly own: string; // full name of the type that is compared with a client
}

/** A comparison that walks every member of a client finds four more. */
export default defineRule<Comparison>({
  meta: {
    id: 'clients-compared-structurally',
    step: 'schema',
    title: 'A type of your own is compared with all members of a client',
    source: '#step-2-update-database-schema-if-necessary',
    covers: ['step-2/custom-stores'],
    applies: { since: '6.3.0' },
    names: ['BeEquivalentTo', 'Equivalent'],
  },

  detect: ({ facts }) => [...fluent(facts), ...xunit(facts)],

  explain: ({ call, own }, { facts }) => ({
    title: `\`${own.split('.').at(-1)}\` no longer equals a client`,
    message: `The client is what is expected here, so every member of it is looked for in \`${own}\`. 6.3 gives a client four more (${addedClientProperties.map((name) => `\`${name}\``).join(', ')}), which this type lacks: the comparison then fails. Give it the members, or leave them out of the comparison.`,
    severity: 'breaks-run',
    confidence: 'likely',
    projects: call.projects,
    evidence: [evidence(facts.csharp.sourceOf(call.path), call.nameSpan, 'compares with a client, member by member')],
  }),
});

/** FluentAssertions' `own.Should().BeEquivalentTo(client)`; options that choose or pass over members leave ours out. */
const fluent = (facts: Facts): Comparison[] =>
  facts.csharp.invocationsOf('BeEquivalentTo').flatMap((call) => {
    const [, subject] = /^(\w+)\s*\.\s*Should\(\)$/.exec(call.receiver) ?? [];
    const options = call.arguments.slice(1).map(({ text }) => text);
    const isPartial = options.some((text) => /ExcludingMissingMembers|\.\s*Including\(/.test(text));
    const skipsOurs = addedClientProperties.every((name) => options.some((text) => text.includes(name)));
    if (subject === undefined || isPartial || skipsOurs) return [];
    return comparison(call, valueType(call.arguments[0], facts), typeOfName(subject, call, facts), facts);
  });

/** xUnit's `Assert.Equivalent(client, own)`. */
const xunit = (facts: Facts): Comparison[] =>
  facts.csharp
    .invocationsOf('Equivalent')
    .filter(({ receiver }) => receiver === 'Assert')
    .flatMap((call) =>
      comparison(call, valueType(call.arguments[0], facts), valueType(call.arguments[1], facts), facts),
    );

function comparison(
  call: Invocation,
  expected: TypeAnswer | null,
  actual: TypeAnswer | null,
  facts: Facts,
): Comparison[] {
  if (expected === null || actual?.kind !== 'solution' || clientType(expected, call, facts) === null) return [];
  const isWhole = addedClientProperties.every((name) => facts.csharp.declaresMember(actual.name, name));
  return isWhole ? [] : [{ call, own: actual.name }];
}
