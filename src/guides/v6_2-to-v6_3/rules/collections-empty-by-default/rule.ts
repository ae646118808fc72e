import type { Place } from '../../../../engine/csharp/index-types.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';

const members = [
  { member: 'RequestedClaimTypes', type: 'Duende.IdentityServer.Models.ProfileDataRequestContext' },
  { member: 'AcrValues', type: 'Duende.IdentityServer.Models.AuthorizationRequest' },
];

interface Match {
  readonly at: Place;
  readonly member: string;
}

/** Upstream starts two collections empty, so a look for null finds none. */
export default defineRule<Match>({
  meta: {
    id: 'collections-empty-by-default',
    step: 'breaking-changes',
    title: 'Two collections are empty instead of null',
    source: 'https://docs.duendesoftware.com/identityserver/v6/reference/services/profile_service/',
    covers: ['B32'],
    applies: { since: '6.3.0' },
    names: members.flatMap(({ member, type }) => [member, type]),
  },

  *detect({ facts: { csharp } }) {
    for (const { member, type } of members) {
      for (const read of csharp.readsOf(member)) {
        if (read.receiverType.kind !== 'product' || read.receiverType.name !== type) continue;
        const after = csharp.sourceOf(read.path).text.slice(read.whole.end, read.whole.end + 40);
        if (/^\s*([!=]=\s*null\b|is\s+(not\s+)?null\b|\?\?)/.test(after)) yield { at: read, member };
      }
    }
  },

  explain: ({ at, member }, { facts }) => ({
    title: `\`${member}\` is no longer null where nothing was asked for`,
    message: `On 6.2 \`${member}\` was null unless something set it. On 6.3 it starts as an empty collection: this look for null takes the other branch. Ask whether it has elements, which is right on both.`,
    severity: 'changes-behaviour',
    confidence: 'likely',
    projects: at.projects,
    evidence: [evidence(facts.csharp.sourceOf(at.path), at.span, 'is compared with null')],
  }),
});
