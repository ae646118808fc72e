import {
  clientMembers,
  clientsOf,
  hasBackChannelLogout,
  hasOneTimeRefreshTokens,
  type KnownClient,
} from '../../../../engine/facts/clients/clients.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import {
  areClientsInCode,
  type IdentityServerSite,
  identityServerNames,
  identityServerSites,
  isSet,
  whereSet,
} from '../../../../engine/facts/hosts/identity-server.ts';
import { compareNumbers } from '../../../../engine/facts/version-level.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import { sourceOf } from '../../../../engine/workspace/workspace.ts';

interface Match {
  readonly site: IdentityServerSite;
  readonly rows: readonly Row[];
}

interface Row {
  readonly client: KnownClient;
  readonly changes: readonly string[];
}

const optionOf = { typ: 'LogoutTokenJwtType', refresh: 'DeleteOneTimeOnlyRefreshTokensOnUse' };

/** Upstream changed what some clients receive: the solution's own ones, one by one. */
export default defineRule<Match>({
  meta: {
    id: 'client-contract-changed',
    step: 'breaking-changes',
    title: 'Which of your clients receive something else',
    source: '#step-4-breaking-changes',
    covers: ['B05'],
    applies: { since: '6.3.0' },
    names: [...identityServerNames, ...clientMembers, 'RefreshTokenUsage', ...Object.values(optionOf)],
  },

  *detect({ facts }) {
    for (const site of identityServerSites(facts).filter((one) => !isThereAlready(one, facts))) {
      const rows = rowsFor(site, facts);
      if (rows.length > 0) yield { site, rows };
    }
  },

  explain: ({ site, rows }, { facts }) => ({
    title: rows.length === 1 ? 'One client receives something else' : `${rows.length} clients receive something else`,
    message: `These clients of this host are written down in the solution, and what they get from it changes. Tell those who look after them before the upgrade.

| client | what changes for it |
|---|---|
${rows.map(({ client, changes }) => `| \`${client.id.replaceAll('|', '\\|')}\` | ${changes.join('; ')} |`).join('\n')}

${areClientsInCode(facts, site.project) ? 'No other source of clients was found.' : 'Clients that come from a database or another store are not in the code: look there for the same settings.'}`,
    severity: 'advice',
    confidence: 'likely',
    projects: site.call.projects,
    items: rows.some(({ client }) => hasBackChannelLogout(client)) ? ['B05'] : [],
    evidence: [
      evidence(facts.csharp.sourceOf(site.call.path), site.call.nameSpan, 'adds IdentityServer to the host'),
      ...rows.flatMap(({ client }) => {
        const file = facts.workspace.files.get(client.path);
        const source = file && sourceOf(file);
        return source?.kind === 'text' ? [evidence(source, client.span, 'names the client')] : [];
      }),
    ],
  }),
});

/** Its clients have received this for as long as it stands at 6.3. */
function isThereAlready({ project }: IdentityServerSite, { projects }: Facts): boolean {
  const version = projects.find(({ path }) => path === project)?.product?.version;
  return typeof version === 'string' && compareNumbers(version, '6.3.0') >= 0;
}

function rowsFor({ project }: IdentityServerSite, facts: Facts): Row[] {
  const isDecided = (option: string) => isSet(whereSet(option, facts, project));
  return clientsOf(facts, project)
    .map((client) => ({
      client,
      changes: [
        ...(hasBackChannelLogout(client)
          ? [
              ...(isDecided(optionOf.typ) ? [] : ['logout tokens have the `typ` `logout+jwt`: it must accept that']),
              'logout tokens have the claim `logout_reason`: it must not refuse a claim it does not know',
            ]
          : []),
        ...(hasOneTimeRefreshTokens(client) && !isDecided(optionOf.refresh)
          ? ['a refresh token is deleted when it is used: it must keep the new one of each answer']
          : []),
      ],
    }))
    .filter(({ changes }) => changes.length > 0);
}
