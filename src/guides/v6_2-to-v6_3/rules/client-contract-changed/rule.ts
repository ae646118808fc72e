import {
  clientMembers,
  clientsOf,
  clientType,
  type KnownClient,
  quotedIn,
} from '../../../../engine/facts/clients/clients.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import {
  areClientsInCode,
  type IdentityServerSite,
  identityServerNames,
  identityServerSites,
} from '../../../../engine/facts/hosts/identity-server.ts';
import { compareNumbers } from '../../../../engine/facts/version-level.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import { sourceOf } from '../../../../engine/workspace/workspace.ts';
import { type Change, changeNames, changesFor } from './changes.ts';

interface Match {
  readonly site: IdentityServerSite;
  readonly rows: readonly (Change & { readonly client: KnownClient })[];
}

/** Upstream changed what some clients receive: the solution's own ones, one by one. */
export default defineRule<Match>({
  meta: {
    id: 'client-contract-changed',
    step: 'breaking-changes',
    title: 'Which of your clients receive something else',
    source: '#step-4-breaking-changes',
    covers: ['B05'],
    applies: { since: '6.3.0' },
    names: [...identityServerNames, clientType, ...clientMembers, ...changeNames],
  },

  *detect({ facts, target }) {
    for (const site of identityServerSites(facts).filter((one) => !isThereAlready(one, facts))) {
      const changes = changesFor(site.project, facts, target);
      const rows = clientsOf(facts, site.project).flatMap((client) =>
        changes(client).map((change) => ({ client, ...change })),
      );
      if (rows.length > 0) yield { site, rows };
    }
  },

  explain: ({ site, rows }, { facts }) => {
    const clients = [...new Set(rows.map(({ client }) => client))];
    return {
      title:
        clients.length === 1
          ? 'One client receives something else'
          : `${clients.length} clients receive something else`,
      message: `These clients of this host are written down in the solution, and what they get from it changes. Tell those who run them before the upgrade. ${
        areClientsInCode(facts, site.project)
          ? 'No other source of clients was found.'
          : 'Clients that come from a database or another store are not in the code: look there for the same settings.'
      }`,
      table: {
        columns: ['client', 'what changes', 'what it must accept', 'whom to tell'],
        rows: rows.map(({ client, what, accepts, onlyIf }) => [
          code(client.id),
          onlyIf ? `if ${code(onlyIf)}: ${what}` : what,
          accepts,
          whomToTell(client),
        ]),
      },
      severity: 'advice',
      confidence: 'likely',
      projects: site.call.projects,
      items: [...new Set(rows.map(({ item }) => item))],
      evidence: [
        evidence(facts.csharp.sourceOf(site.call.path), site.call.nameSpan, 'adds IdentityServer to the host'),
        ...clients.flatMap((client) => {
          const file = facts.workspace.files.get(client.path);
          const source = file && sourceOf(file);
          return source?.kind === 'text' ? [evidence(source, client.span, 'names the client')] : [];
        }),
      ],
    };
  },
});

/** Its clients have received this for as long as it stands at 6.3. */
function isThereAlready({ project }: IdentityServerSite, { projects }: Facts): boolean {
  const version = projects.find(({ path }) => path === project)?.product?.version;
  return typeof version === 'string' && compareNumbers(version, '6.3.0') >= 0;
}

/** Those behind the first address that the client is known by. */
function whomToTell(client: KnownClient): string {
  const addresses = ['BackChannelLogoutUri', 'RedirectUris', 'PostLogoutRedirectUris', 'ClientUri'];
  const [origin] = addresses
    .flatMap((member) => [...quotedIn(client.text(member)), String(client.value(member) ?? '')])
    .flatMap((text) => /^https?:\/\/[^/\s"{}$]+/.exec(text)?.[0] ?? []);
  return origin ? `those who run ${code(origin)}` : 'those who run this client';
}

/** One line in a code span, whatever the expression. */
function code(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `\`${line.replaceAll('`', "'")}\``;
}
