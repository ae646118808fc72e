import type { ObjectCreation } from '../../../../engine/csharp/index-types.ts';
import { isInTests } from '../../../../engine/facts/hosts/is-test-project.ts';
import { isGiven } from '../../../../engine/facts/made-objects.ts';
import { compareNumbers } from '../../../../engine/facts/version-level.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';

const types = {
  context: 'Duende.IdentityServer.Models.LogoutNotificationContext',
  request: 'Duende.IdentityServer.Services.BackChannelLogoutRequest',
};

interface Match {
  readonly made: ObjectCreation;
  readonly lacksIssuer: boolean;
}

/** Upstream writes why a session ended into logout tokens; who builds the notification must say it, and the issuer on early 6.3. */
export default defineRule<Match>({
  meta: {
    id: 'logout-notifications-changed',
    step: 'breaking-changes',
    title: 'Logout notifications say why a session ended',
    source: 'https://docs.duendesoftware.com/identityserver/v6/ui/logout/notification/',
    covers: ['B05', 'B06'],
    applies: { since: '6.3.0' },
    names: Object.values(types),
  },

  *detect({ facts, target }) {
    const all = Object.values(types).flatMap((type) => facts.csharp.objectsOf(type).map((made) => ({ made, type })));
    for (const { made, type } of all) {
      const sets = (member: string) => isGiven(made, member, type, facts);
      const lacksIssuer = compareNumbers(target, '6.3.7') < 0 && !sets('Issuer');
      if (!isInTests(made, facts) && (lacksIssuer || !sets('LogoutReason'))) yield { made, lacksIssuer };
    }
  },

  explain: ({ made, lacksIssuer }, { facts }) => ({
    title: lacksIssuer
      ? 'Logout tokens sent from here name a wrong issuer'
      : 'Logout tokens sent from here say no reason',
    message:
      (lacksIssuer
        ? '6.3.0 to 6.3.6 have a bug: where `Issuer` is not set, the logout token has the issuer `logout_token` and the `typ` of access tokens. Every client that validates it refuses it, and its users stay signed in there. Choose 6.3.7 or later, or set `Issuer` (from `IIssuerNameService`) here. '
        : '') +
      '6.3 adds the claim `logout_reason` to logout tokens. This code builds the notification itself and sets no `LogoutReason`, so its tokens come without the claim while those of the product have it. ' +
      'Set it where your clients shall see the reason, and tell clients that refuse unknown claims.',
    severity: lacksIssuer ? 'breaks-run' : 'changes-behaviour',
    confidence: made.isHandedOn ? 'likely' : made.confidence,
    projects: made.projects,
    items: lacksIssuer ? ['B06', 'B05'] : ['B05'],
    evidence: [
      evidence(
        facts.csharp.sourceOf(made.path),
        made.head,
        lacksIssuer ? 'sets neither issuer nor reason' : 'builds a notification without a reason',
      ),
    ],
  }),
});
