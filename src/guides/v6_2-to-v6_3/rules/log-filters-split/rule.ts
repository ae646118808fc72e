import type { Place } from '../../../../engine/csharp/index-types.ts';
import { clientsOf } from '../../../../engine/facts/clients/clients.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { isConnected } from '../../../../engine/facts/hosts/connected.ts';
import {
  type IdentityServerSite,
  identityServerNames,
  identityServerSites,
  whereSet,
} from '../../../../engine/facts/hosts/identity-server.ts';
import { isInTests } from '../../../../engine/facts/hosts/is-test-project.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';

const filter = 'TokenRequestSensitiveValuesFilter';
const ciba = 'BackchannelAuthenticationRequestSensitiveValuesFilter';
const userValidator = 'Duende.IdentityServer.Validation.IBackchannelAuthenticationUserValidator';

interface Match {
  readonly site: IdentityServerSite;
  readonly changed: Place;
  readonly uses: readonly Place[]; // of CIBA
}

/** Upstream masks CIBA requests in the log by a filter of their own. */
export default defineRule<Match>({
  meta: {
    id: 'log-filters-split',
    step: 'breaking-changes',
    title: 'CIBA requests have a log filter of their own',
    source: 'https://docs.duendesoftware.com/identityserver/v6/reference/options/',
    covers: ['B21'],
    applies: { since: '6.3.0' },
    names: [...identityServerNames, filter, ciba, userValidator],
  },

  *detect({ facts }) {
    for (const site of identityServerSites(facts)) {
      const [changed] = changesOf(filter, site, facts);
      const uses = usesOfCiba(site, facts);
      if (changed && uses.length > 0 && changesOf(ciba, site, facts).length === 0) yield { site, changed, uses };
    }
  },

  explain: ({ site, changed, uses }, { facts }) => {
    const show = ({ path, span }: Place, because: string) => evidence(facts.csharp.sourceOf(path), span, because);
    return {
      title: 'What this filter hides shows up in the log of CIBA requests',
      message: `6.2 masked CIBA requests in the log by \`${filter}\`, to which this host adds. 6.3 masks them by \`${ciba}\`, which it leaves at its default: what was added is written out in full for CIBA. Add the same values there; that property is in 6.2 as well.`,
      severity: 'changes-behaviour',
      confidence: 'likely',
      projects: site.call.projects,
      evidence: [show(changed, 'hides values of token requests'), ...uses.map((use) => show(use, 'uses CIBA'))],
    };
  },
});

/** Where code changes a filter: `….Filter.Add("x")`, `….Filter = …`. */
function changesOf(name: string, { project }: IdentityServerSite, facts: Facts): Place[] {
  const connected = isConnected(project, facts);
  const { assignments } = whereSet(name, facts, project);
  const grown = facts.csharp
    .readsOf(name)
    .filter(({ receiverType }) => receiverType.kind !== 'solution')
    .filter(({ path, whole }) => /^\s*\??\.\s*(Add|Insert)\b/.test(facts.csharp.sourceOf(path).text.slice(whole.end)));
  return [...assignments, ...grown.filter(connected)].filter((at) => !isInTests(at, facts));
}

/** Own validators of CIBA users, without which it does not work, and clients that are allowed it. */
function usesOfCiba({ project }: IdentityServerSite, facts: Facts): Place[] {
  const own = facts.csharp
    .typeUses(userValidator)
    .filter(({ role }) => role === 'base')
    .filter((use) => isConnected(project, facts)(use) && !isInTests(use, facts));
  const clients = clientsOf(facts, project).filter(
    (client) => client.isInCode && /\bCiba\b|grant-type:ciba/.test(client.text('AllowedGrantTypes')),
  );
  return [...own, ...clients.map(({ path, span }) => ({ path, span, projects: [] }))];
}
