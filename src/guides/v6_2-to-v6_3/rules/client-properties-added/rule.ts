import type { Facts } from '../../../../engine/facts/facts.ts';
import { projectOf, storedClient } from '../../../../engine/facts/schema/configuration-store.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import type { Explanation } from '../../../../engine/rules/finding.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import { type Carrier, carriers, clientNames, type Onto } from './matches.ts';

/** What carries clients by a list of its own must carry the four new properties itself. */
export default defineRule<Carrier>({
  meta: {
    id: 'client-properties-added',
    step: 'schema',
    title: 'Own client stores and mappings have four more properties to carry',
    source: '#step-2-update-database-schema-if-necessary',
    covers: ['step-2/custom-stores'],
    applies: { since: '6.3.0' },
    names: clientNames,
  },

  detect: ({ facts }) => carriers(facts),

  explain: (carrier, { facts }) => {
    switch (carrier.kind) {
      case 'store':
        return ofStore(carrier, facts);
      case 'map':
        return ofMap(carrier, facts);
      case 'copy':
        return ofCopy(carrier, facts);
      case 'sql':
        return ofSql(carrier, facts);
    }
  },
});

type Of<K extends Carrier['kind']> = Extract<Carrier, { kind: K }>;

const properties = `| property | type | default | for old clients |
|---|---|---|---|
| \`InitiateLoginUri\` | \`string?\`, up to 2000 characters | \`null\` | \`null\` |
| \`RequireDPoP\` | \`bool\` | \`false\` | \`false\` |
| \`DPoPValidationMode\` | \`DPoPTokenExpirationValidationMode\` (flags) | \`Iat\` (1) | \`Iat\` (1), not 0, which would check neither age nor nonce |
| \`DPoPClockSkew\` | \`TimeSpan\` | 5 minutes | 5 minutes |`;

const ofStore = ({ store }: Of<'store'>, { csharp }: Facts): Explanation => ({
  title: `\`${shortName(store.name)}\` gives out clients of its own`,
  message: `\`${store.name}\` implements \`IClientStore\`, so what it leaves unset has the default of \`Client\`. Nothing breaks until a client needs one of these; then storage, mapping and any form that edits clients must have it:

${properties}

Documents without these fields can stay as they are where the reader leaves the defaults of \`Client\` alone. A mapper that copies field by field writes 0 and zero minutes instead.`,
  severity: 'advice',
  confidence: 'likely',
  projects: store.projects,
  evidence: [evidence(csharp.sourceOf(store.path), store.span, 'implements the client store')],
});

const ofMap = ({ call, own, isChecked, onto }: Of<'map'>, { csharp }: Facts): Explanation => ({
  title: `\`${shortName(own)}\` is mapped to a client and lacks new properties`,
  message: `\`${own}\` has no members for some of these:

${properties}

${whatIsLost(onto)}${
  isChecked
    ? '\n\n`AssertConfigurationIsValid` is called here: it throws for members of the target that nothing is mapped to, and these are four more.'
    : ''
}`,
  severity: isChecked ? 'breaks-run' : 'advice',
  confidence: 'likely',
  projects: call.projects,
  evidence: [
    evidence(csharp.sourceOf(call.path), call.nameSpan, 'maps a type of your own to a client'),
    ...onto.fresh.map(({ path, nameSpan }) => evidence(csharp.sourceOf(path), nameSpan, 'makes a new client of it')),
  ],
});

const written =
  'every save writes the defaults of the entity, `DPoPValidationMode` 0 and `DPoPClockSkew` 5 minutes, over what was there';

/** AutoMapper leaves alone what it has no source for. */
function whatIsLost({ fresh, isLoaded }: Onto): string {
  if (fresh.length > 0) {
    return `It is mapped onto a new client here: where that is saved in place of the old one, ${written}. Give your type the four members, or map onto the client that was loaded, whose values AutoMapper then keeps.`;
  }
  return isLoaded
    ? 'It is mapped onto a client that is there already, so AutoMapper keeps what it has in these. They can’t be changed through this map until your type has them.'
    : `It depends on what is mapped onto. Onto a client that was just loaded, AutoMapper leaves alone what it has no source for. Onto a new one, ${written}.`;
}

const ofCopy = ({ first, client }: Of<'copy'>, { csharp }: Facts): Explanation => ({
  title: 'A client is copied property by property, without the new ones',
  message: `\`${first.target}\` of \`${shortName(client)}\` is set from a member of the same name, and nothing in this file sets \`RequireDPoP\`. What is copied here loses these:

${properties}

${
  client === storedClient
    ? 'A new entity has `DPoPValidationMode` 0 until it is set, other than a new `Client` of the model, which has 1.'
    : 'Where the copy is saved, the database then has the defaults in place of what was set.'
}`,
  severity: 'advice',
  confidence: 'likely',
  projects: first.projects,
  evidence: [evidence(csharp.sourceOf(first.path), first.span, 'copies a client property by property')],
});

function ofSql({ file, span, hasColumns }: Of<'sql'>, facts: Facts): Explanation {
  const project = projectOf(facts, file.path)?.path;
  const [title, message] = hasColumns
    ? [
        'SQL adds clients without the new columns',
        'It goes on working: the new columns have defaults in the database. With the migration as EF writes it these are `0` and `00:00:00`, so such a client has the weakest checks once it requires DPoP. Name `DPoPValidationMode` (1) and `DPoPClockSkew` (five minutes) in it once the columns are there, or give the columns these defaults (the question “What do existing clients get in the new columns?”).',
      ]
    : [
        'SQL adds clients by the order of the columns',
        'It names no columns and has a value for each of 6.2. Once the table has four more, the database refuses it. Name the columns it fills: the new ones have defaults, and it then works before and after.',
      ];
  return {
    title,
    message,
    severity: hasColumns ? 'advice' : 'breaks-run',
    confidence: 'likely',
    projects: project === undefined ? [] : [project],
    evidence: [evidence(file, span, 'inserts clients')],
  };
}

const shortName = (name: string) => name.split('.').at(-1)!;
