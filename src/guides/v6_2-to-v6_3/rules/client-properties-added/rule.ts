import type { TypeDeclaration } from '../../../../engine/csharp/index-types.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { isTestProject } from '../../../../engine/facts/hosts/is-test-project.ts';
import { leafTypes } from '../../../../engine/facts/leaf-types.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';

const clientStore = 'Duende.IdentityServer.Stores.IClientStore';

/** A store of the team's own must carry the four new properties of a client itself. */
export default defineRule<TypeDeclaration>({
  meta: {
    id: 'client-properties-added',
    step: 'schema',
    title: 'Own client stores have four more properties to carry',
    source: '#step-2-update-database-schema-if-necessary',
    covers: ['step-2/custom-stores'],
    applies: { since: '6.3.0' },
    names: [clientStore],
  },

  detect: ({ facts }) =>
    leafTypes(facts.csharp.typesDerivedFrom(clientStore)).filter(
      (store) => !isDecorator(store, facts) && !store.projects.some((path) => isTests(path, facts)),
    ),

  explain: (store, { facts }) => ({
    title: `\`${store.name.split('.').at(-1)}\` gives out clients of its own`,
    message: `\`${store.name}\` implements \`IClientStore\`, so what it leaves unset has the default of \`Client\`. Nothing breaks until a client needs one of these; then storage, mapping and any form that edits clients must have it:

| property | type | default | for old clients |
|---|---|---|---|
| \`InitiateLoginUri\` | \`string?\`, up to 2000 characters | \`null\` | \`null\` |
| \`RequireDPoP\` | \`bool\` | \`false\` | \`false\` |
| \`DPoPValidationMode\` | \`DPoPTokenExpirationValidationMode\` (flags) | \`Iat\` (1) | \`Iat\` (1), not 0, which would check neither age nor nonce |
| \`DPoPClockSkew\` | \`TimeSpan\` | 5 minutes | 5 minutes |

Documents without these fields can stay as they are where the reader leaves the defaults of \`Client\` alone. A mapper that copies field by field writes 0 and zero minutes instead.`,
    severity: 'advice',
    confidence: 'likely',
    projects: store.projects,
    evidence: [evidence(facts.csharp.sourceOf(store.path), store.span, 'implements the client store')],
  }),
});

/** It hands on what another store gives, so it has nothing to carry. */
const isDecorator = (store: TypeDeclaration, { csharp }: Facts) =>
  csharp
    .typeUses(clientStore)
    .some(({ path, role }) => path === store.path && ['injected-parameter', 'field', 'property'].includes(role));

const isTests = (path: string, { projects }: Facts) => {
  const project = projects.find((candidate) => candidate.path === path);
  return project !== undefined && isTestProject(project);
};
