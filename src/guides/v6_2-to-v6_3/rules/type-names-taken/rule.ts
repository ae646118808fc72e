import type { TypeUse } from '../../../../engine/csharp/index-types.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import type { NonEmpty } from '../../../../engine/rules/finding.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import { replace } from '../../../../engine/workspace/change.ts';

/** Public types that 6.3 adds to packages that were there before. */
const taken = [
  'Configuration.DPoPOptions',
  'Endpoints.Results.AuthorizeInteractionPageResult',
  'Endpoints.Results.CreateAccountPageResult',
  'EntityFramework.ITokenCleanupService',
  'Models.DPoPTokenExpirationValidationMode',
  'Models.LogoutNotificationReason',
  'Models.ProofType',
  'ResponseHandling.InteractionResponseType',
  'Validation.DPoPProofValidatonContext',
  'Validation.DPoPProofValidatonResult',
  'Validation.DefaultDPoPProofValidator',
  'Validation.IDPoPProofValidator',
  'Validation.ProofKeyThumbprint',
  'Validation.RedirectUriValidationContext',
  'Validation.TokenRequestValidationContext',
  // Nested in a class, whose types `using static` brings.
  'IdentityServerConstants.BackChannelLogoutReasons',
  'IdentityServerConstants.ContentSecurityPolicyHashes',
  'IdentityServerConstants.EndpointNames',
  'IdentityServerConstants.ProtocolRoutePaths',
].map((name) => `Duende.IdentityServer.${name}`);

/** Every use of one name in one file. */
interface Match {
  readonly type: string;
  readonly other: string;
  /** The product's is nearer than the own one, so that no error says which is meant. */
  readonly isTakenOver: boolean;
  readonly uses: NonEmpty<TypeUse>;
}

/** Upstream took names that a team's own types may have. */
export default defineRule<Match>({
  meta: {
    id: 'type-names-taken',
    step: 'breaking-changes',
    title: 'New types have names that own ones may have',
    source: 'https://learn.microsoft.com/dotnet/csharp/misc/cs0104',
    covers: ['A21'],
    applies: { since: '6.3.0' },
    names: taken,
  },

  *detect({ facts }) {
    for (const type of taken) {
      const clashes = facts.csharp.clashesWith(type);
      const places = new Set(clashes.map(({ path, isTakenOver }) => `${isTakenOver}:${path}`));
      for (const place of places) {
        const [first, ...rest] = clashes.filter(({ path, isTakenOver }) => `${isTakenOver}:${path}` === place);
        if (first) yield { type, other: first.other, isTakenOver: first.isTakenOver, uses: [first, ...rest] };
      }
    }
  },

  explain: ({ type, other, isTakenOver, uses: [first, ...rest] }, { facts }) => {
    const because = isTakenOver ? "will mean the product's type" : 'could mean either type';
    const show = (use: TypeUse) => evidence(facts.csharp.sourceOf(use.path), use.span, because);
    return {
      title: isTakenOver ? `\`${simple(type)}\` will mean another type` : `\`${simple(type)}\` could mean two types`,
      message: isTakenOver
        ? `6.3 brings \`${type}\`. Its namespace is imported inside this one, which is nearer than your own \`${other}\`, so the short name silently changes hands. Uses of its members no longer compile (CS1929, CS1061); what still compiles means the product's type. The full name of your own type settles it, and compiles on 6.2 as well.`
        : `6.3 brings \`${type}\`. This file imports it and the namespace of your own \`${other}\`, so the short name no longer tells which is meant: CS0104, and the project does not build. An alias for your own type settles it, and compiles on 6.2 as well.`,
      severity: 'breaks-build',
      confidence: first.confidence,
      projects: first.projects,
      items: type.includes('IdentityServerConstants.') ? ['A21'] : [],
      evidence: [show(first), ...rest.map(show)],
    };
  },

  fix: ({ type, other, isTakenOver, uses }, { facts }) => {
    const [{ path }] = uses;
    const caution = 'Where code in this file shall use the new type of the product, it must then write its full name.';
    if (isTakenOver || hasInnerUsings(facts.csharp.sourceOf(path).text))
      return [
        {
          id: 'write-full-name',
          title: `Write the full name of your own \`${simple(type)}\``,
          changes: uses.map((use) => replace(use, `global::${other}`)),
          safety: 'review',
          onBoth: true,
          caution,
        },
      ];
    return [
      {
        id: 'alias-own',
        title: `Let \`${simple(type)}\` mean your own type`,
        changes: facts.csharp.using(path, `${simple(type)} = ${other}`),
        safety: 'review',
        onBoth: true,
        caution,
      },
    ];
  },
});

const simple = (name: string) => name.slice(name.lastIndexOf('.') + 1);

/** A `using` inside a namespace comes before an alias at the top of the file. */
const hasInnerUsings = (text: string) => /^\s*namespace\b[\s\S]*^\s*using\s+[\w.]+\s*;/m.test(text);
