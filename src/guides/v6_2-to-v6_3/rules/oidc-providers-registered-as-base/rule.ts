import type { TypeUse } from '../../../../engine/csharp/index-types.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { isConnected } from '../../../../engine/facts/hosts/connected.ts';
import { isInTests } from '../../../../engine/facts/hosts/is-test-project.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import { contains } from '../../../../engine/text/span.ts';

const provider = 'Duende.IdentityServer.Models.OidcProvider';
const registration = 'AddInMemoryOidcProviders';

/** Upstream registers the list under the base type, so asking for the old type gives an empty one. */
export default defineRule<TypeUse>({
  meta: {
    id: 'oidc-providers-registered-as-base',
    step: 'breaking-changes',
    title: 'In-memory OIDC providers are registered under their base type',
    source: 'https://docs.duendesoftware.com/identityserver/v6/ui/login/dynamicproviders/',
    covers: ['B27'],
    applies: { since: '6.3.0' },
    names: [provider, registration],
  },

  detect: ({ facts }) =>
    facts.csharp.typeUses(provider).filter((use) => isAsked(use, facts) && registrations(use, facts).length > 0),

  explain: (use, { facts }) => ({
    title: 'This list of OIDC providers is empty now',
    message:
      '`AddInMemoryOidcProviders` registered an `IEnumerable<OidcProvider>` on 6.2. On 6.3 it registers an `IEnumerable<IdentityProvider>`. The container still answers when it is asked for the old one, with an empty list: ' +
      'nothing throws, and the providers are gone from whatever this code shows or does. Ask for `IEnumerable<IdentityProvider>` and take `OfType<OidcProvider>()` of it; for code that must run on both, ask `IIdentityProviderStore`.',
    severity: 'breaks-run',
    confidence: use.confidence,
    projects: use.projects,
    evidence: [
      evidence(facts.csharp.sourceOf(use.path), use.span, 'asks the container for the list under the old type'),
      ...registrations(use, facts).map((call) =>
        evidence(facts.csharp.sourceOf(call.path), call.nameSpan, 'registers the list, under the base type on 6.3'),
      ),
    ],
  }),
});

const registrations = (use: TypeUse, facts: Facts) =>
  facts.csharp.invocationsOf(registration).filter(isConnected(use.projects[0] ?? null, facts));

/**
 * The container is asked for the list, by the code that a host runs. It gives what the solution itself registers under the old type,
 * and a constructor that the code calls is given what the code has.
 */
function isAsked(use: TypeUse, facts: Facts): boolean {
  const { csharp } = facts;
  const { text } = csharp.sourceOf(use.path);
  const isByAll = use.role === 'resolved' && /\bGetServices\s*<\s*[\w.]*$/.test(text.slice(0, use.span.start));
  if (!isByAll && use.listRole !== 'resolved' && use.listRole !== 'injected-parameter') return false;
  const isOwn = csharp
    .typeUses(provider)
    .some(({ role, listRole }) => role === 'registered' || listRole === 'registered');
  return !isOwn && !isInTests(use, facts) && !(use.listRole === 'injected-parameter' && isMadeByCode(use, facts));
}

/** The parameter is one of a constructor that the solution's own code calls. */
const isMadeByCode = ({ type, path, span }: TypeUse, facts: Facts) =>
  type !== null &&
  facts.csharp.constructorsOf(type).some((head) => head.path === path && contains(head.parameterList, span)) &&
  facts.csharp.constructionsOf(type).some((made) => made.kind === 'new' && !isInTests(made, facts));
