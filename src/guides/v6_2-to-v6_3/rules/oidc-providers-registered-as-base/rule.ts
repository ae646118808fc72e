import type { TypeUse } from '../../../../engine/csharp/index-types.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { isConnected } from '../../../../engine/facts/hosts/connected.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';

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

/** `GetServices<OidcProvider>()`, `GetRequiredService<IEnumerable<OidcProvider>>()`, or a parameter of a constructor. */
function isAsked({ path, span }: TypeUse, { csharp }: Facts): boolean {
  const { text } = csharp.sourceOf(path);
  const before = text.slice(0, span.start).replace(/([\w.]+\.)$/, '');
  if (/\b(GetServices|(GetRequiredService|GetService)\s*<\s*IEnumerable)\s*<\s*$/.test(before)) return true;
  const [, name] = /(\w+)\s*\([^()]*\bIEnumerable\s*<\s*$/.exec(before) ?? [];
  return name !== undefined && new RegExp(`\\b(class|record|struct)\\s+${name}\\b`).test(text);
}
