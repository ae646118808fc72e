import type { MemberRead } from '../../../../engine/csharp/index-types.ts';
import {
  clientMembers,
  clientsOf,
  clientType,
  hasOneTimeRefreshTokens,
  isCopied,
} from '../../../../engine/facts/clients/clients.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { setOptionOrSetting } from '../../../../engine/facts/hosts/bound-section.ts';
import { isConnected } from '../../../../engine/facts/hosts/connected.ts';
import {
  areClientsInCode,
  type IdentityServerSite,
  identityServerNames,
  identityServerSites,
  isSet,
  whereSet,
} from '../../../../engine/facts/hosts/identity-server.ts';
import { isInTests } from '../../../../engine/facts/hosts/is-test-project.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import type { Evidence, FixDraft } from '../../../../engine/rules/finding.ts';
import { evidenceOfOption } from '../../../../engine/rules/option-evidence.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import type { FilePath } from '../../../../engine/workspace/file-path.ts';

const question = 'refresh-tokens-on-use';
const option = 'DeleteOneTimeOnlyRefreshTokensOnUse';
const service = 'Duende.IdentityServer.Services.DefaultRefreshTokenService';

/** Upstream deletes a one-time refresh token when it is used, so code that asks about consumed ones is never asked. */
export default defineRule<IdentityServerSite>({
  meta: {
    id: 'refresh-token-deleted-on-use',
    step: 'breaking-changes',
    title: 'One-time refresh tokens are deleted when they are used',
    source: '#step-4-breaking-changes',
    covers: ['B01', 'A24', 'step-4/one-time-refresh-tokens'],
    applies: { since: '6.3.0' },
    names: [
      ...identityServerNames,
      clientType,
      ...clientMembers,
      service,
      'AcceptConsumedTokenAsync',
      'ConsumedTime',
      'RefreshTokenUsage',
      option,
    ],
  },

  *questions(facts) {
    for (const project of new Set(sitesThatIssue(facts).map((site) => site.project))) {
      const relies = reliesOnConsumed(facts, project).length > 0;
      yield {
        id: question,
        project,
        step: 'breaking-changes',
        title: 'What becomes of a one-time refresh token when it is used?',
        why: relies
          ? 'Code here accepts or looks at consumed refresh tokens. With the default of 6.3 they are gone by then, so the old behaviour is assumed until you say otherwise.'
          : 'Deleted at once, a second use is refused as unknown and leaves no trace. Marked as consumed, it can be accepted for a while, or noticed as a replay.',
        choices: [
          { value: 'delete', label: 'deleted, the default of 6.3' },
          { value: 'keep', label: 'marked as consumed, as in 6.2' },
        ],
        assumed: relies ? 'keep' : 'delete',
      };
    }
  },

  detect: ({ facts }) => sitesThatIssue(facts),

  explain: ({ call, project }, { facts }) => {
    const relies = reliesOnConsumed(facts, project);
    const clients = clientsTold(facts, project);
    return {
      title: 'One-time refresh tokens are deleted when they are used',
      message:
        '6.2 marked a one-time refresh token as consumed and kept the row. 6.3 removes it on use, so a second use fails as unknown and ' +
        '`AcceptConsumedTokenAsync` is not asked. ' +
        (relies.length > 0
          ? 'Code here relies on consumed tokens: with the new default it no longer does anything.'
          : 'A client that repeats a refresh after a lost answer has to sign its user in again either way, unless consumed tokens are accepted.'),
      severity: 'changes-behaviour',
      confidence: relies.length > 0 || clients.length > 0 ? 'certain' : 'likely',
      projects: call.projects,
      evidence: [
        evidence(
          facts.csharp.sourceOf(call.path),
          call.nameSpan,
          'adds IdentityServer, which issues the refresh tokens',
        ),
        ...relies,
        ...clients,
      ],
    };
  },

  settledBy: ({ project }) => ({ question, project }),

  fix: (site, context) => {
    const takeNew: FixDraft = {
      id: 'take-new',
      title: 'Delete them on use',
      changes: [],
      safety: 'review',
      caution: 'Nothing that looks at consumed refresh tokens works from then on.',
    };
    const isKept = context.answer(question, site.project).answer === 'keep';
    const changes = setOptionOrSetting(
      site,
      context.facts,
      () => ({ key: ['PersistentGrants', option], value: false }),
      (options) => ({ key: option, text: `${options}.PersistentGrants.${option} = false;` }),
    );
    if (!changes) return isKept ? [] : [takeNew];
    const keepOld: FixDraft = {
      id: 'keep-old',
      title: 'Go on marking them as consumed',
      changes,
      safety: 'review',
      caution: 'Consumed tokens stay in the store until the clean-up removes them.',
    };
    return isKept ? [keepOld, takeNew] : [takeNew, keepOld];
  },
});

/** Hosts where nothing is decided yet and some client may be given refresh tokens. */
const sitesThatIssue = (facts: Facts): readonly IdentityServerSite[] =>
  identityServerSites(facts).filter(
    ({ project }) =>
      !isSet(whereSet(option, facts, project)) &&
      (!areClientsInCode(facts, project) ||
        mayIssueOneTime(facts, project) ||
        reliesOnConsumed(facts, project).length > 0),
  );

/** Some client is given refresh tokens, and not all that are have those that may be used again. */
function mayIssueOneTime(facts: Facts, host: FilePath | null): boolean {
  const clients = clientsOf(facts, host);
  return clients.length > 0
    ? clients.some((client) => hasOneTimeRefreshTokens(client) !== false)
    : isSet(whereSet('AllowOfflineAccess', facts, host));
}

/** Overrides that are asked about consumed tokens, and code that reads when a token was consumed. */
function reliesOnConsumed(facts: Facts, host: FilePath | null): Evidence[] {
  const { csharp } = facts;
  const connected = isConnected(host, facts);
  const overrides = csharp
    .overridesOf('AcceptConsumedTokenAsync', service)
    .filter((at) => connected(at) && !isInTests(at, facts));
  const reads = csharp
    .readsOf('ConsumedTime')
    .filter(connected)
    .filter((read) => read.receiverType.kind !== 'solution' && !isInTests(read, facts) && isTested(read, facts));
  return [
    ...overrides.map((at) =>
      evidence(csharp.sourceOf(at.path), at.span, 'is asked whether a consumed token may be used'),
    ),
    ...reads.map((at) => evidence(csharp.sourceOf(at.path), at.span, 'asks when a token was consumed')),
  ];
}

/** Something depends on it: what is only copied into another shape or shown does not. */
const isTested = ({ path, whole }: MemberRead, { csharp }: Facts) =>
  /^\s*(\.HasValue|[!=]=|[<>]|is\b)/.test(csharp.sourceOf(path).text.slice(whole.end, whole.end + 40));

/** Those written down; code that copies the setting from elsewhere tells of none. */
function clientsTold(facts: Facts, host: FilePath | null): Evidence[] {
  const { assignments, settings } = whereSet('AllowOfflineAccess', facts, host);
  const written = assignments.filter((set) => !isCopied(set));
  return evidenceOfOption({ assignments: written, settings }, facts, 'a client that is given refresh tokens');
}
