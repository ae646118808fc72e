import type { ObjectCreation } from '../../../../engine/csharp/index-types.ts';
import {
  clientMembers,
  clientsOf,
  clientType,
  type KnownClient,
  usesCertificate,
} from '../../../../engine/facts/clients/clients.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { isConnected, mayShareProcess } from '../../../../engine/facts/hosts/connected.ts';
import {
  type IdentityServerSite,
  identityServerNames,
  identityServerSites,
  type OptionSet,
  whereSet,
} from '../../../../engine/facts/hosts/identity-server.ts';
import { isInTests } from '../../../../engine/facts/hosts/is-test-project.ts';
import { compareNumbers } from '../../../../engine/facts/version-level.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import type { Evidence } from '../../../../engine/rules/finding.ts';
import { evidenceOfOption } from '../../../../engine/rules/option-evidence.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import { sourceOf } from '../../../../engine/workspace/workspace.ts';

const creation = 'Duende.IdentityServer.Models.RefreshTokenCreationRequest';

/** Upstream binds refresh tokens to how they were asked for, which hosts with mutual TLS notice. */
export default defineRule<IdentityServerSite>({
  meta: {
    id: 'mutual-tls-tokens-bound',
    step: 'breaking-changes',
    title: 'Refresh tokens remember the client certificate',
    source: 'https://docs.duendesoftware.com/identityserver/v6/tokens/pop/',
    covers: ['B07', 'B08', 'B09', 'B20'],
    applies: { since: '6.3.0' },
    names: [
      ...identityServerNames,
      clientType,
      ...clientMembers,
      'MutualTls',
      'AddMutualTlsSecretValidators',
      'AlwaysEmitConfirmationClaim',
      creation,
    ],
  },

  detect: ({ facts }) => identityServerSites(facts).filter((site) => signsOf(facts, site).length > 0),

  explain: (server, { facts, target }) => {
    const { call, project } = server;
    const [first, ...rest] = signsOf(facts, server);
    const site = evidence(facts.csharp.sourceOf(call.path), call.nameSpan, 'adds IdentityServer to this host');
    const confirmed = evidenceOfOption(
      whereSet('AlwaysEmitConfirmationClaim', facts, project),
      facts,
      'asks for the confirmation claim in every token',
    );
    const own = ownCreations(facts, project);
    const references = clientsOf(facts, project).filter(hasReferenceTokens);
    const isEarly = compareNumbers(target, '6.3.4') < 0;
    return {
      title: isEarly
        ? 'Refresh tokens of clients with a certificate are refused'
        : 'Refresh tokens remember the client certificate',
      message: [
        'Clients of this host may use a client certificate. 6.3 stores with each refresh token how its request proved possession, and compares on use: a token that was issued without a client certificate is refused over a connection that has one. ',
        'The token endpoint now asks every connection for its certificate, so a proxy that always presents one, or late negotiation, makes a difference.',
        isEarly
          ? ' In 6.3.0 to 6.3.3 a bug refuses those that 6.2 issued with a certificate as well: choose 6.3.4 or later.'
          : '',
        confirmed.length > 0
          ? ' `AlwaysEmitConfirmationClaim` acts only in the token endpoint now: tokens created elsewhere lack `cnf` unless `ValidatedRequest.Confirmation` is set first.'
          : '',
        own.length > 0
          ? ' Own code here creates refresh tokens without `ProofType`: with a certificate it must say `ProofType.ClientCertificate`.'
          : '',
        references.length > 0
          ? ` Reference tokens (${references.map(({ id }) => `\`${id}\``).join(', ')}) that are bound to a certificate show \`cnf\` in the answer of the introspection endpoint: those who read it must not refuse a claim they do not know.`
          : '',
        ' After deployment, refresh once with each client that uses a certificate, and with one that does not, through the same proxy.',
      ].join(''),
      severity: isEarly ? 'breaks-run' : 'changes-behaviour',
      confidence: 'likely',
      projects: call.projects,
      items: ['B07', 'B08', ...(confirmed.length > 0 ? ['B09'] : []), ...(references.length > 0 ? ['B20'] : [])],
      evidence: [
        first ?? site,
        ...rest,
        ...confirmed,
        ...own.map((made) =>
          evidence(
            facts.csharp.sourceOf(made.path),
            made.head,
            'creates a refresh token without saying how it is bound',
          ),
        ),
      ],
    };
  },
});

/** What shows that certificates are meant here: the option, the validators of such secrets, a client that has one. */
const signsOf = (facts: Facts, { call: server, project }: IdentityServerSite): Evidence[] => [
  ...switchedOn(facts, project),
  ...facts.csharp
    .invocationsOf('AddMutualTlsSecretValidators')
    .filter((call) => mayShareProcess(call, server, facts) && !isInTests(call, facts))
    .map((call) =>
      evidence(facts.csharp.sourceOf(call.path), call.nameSpan, 'lets clients authenticate by a certificate'),
    ),
  ...clientsOf(facts, project)
    .filter(usesCertificate)
    .flatMap((client) => {
      const file = facts.workspace.files.get(client.path);
      const source = file && sourceOf(file);
      return source?.kind === 'text' ? [evidence(source, client.span, 'a client with a certificate')] : [];
    }),
];

const hasReferenceTokens = (client: KnownClient) =>
  /\bReference$|^1$/i.test(String(client.value('AccessTokenType') ?? ''));

/** `MutualTls.Enabled = true`, in code or in settings. */
const switchedOn = (facts: Facts, project: IdentityServerSite['project']): Evidence[] =>
  evidenceOfOption(ofMutualTls(whereSet('Enabled', facts, project)), facts, 'switches mutual TLS on');

const ofMutualTls = ({ assignments, settings }: OptionSet): OptionSet => ({
  assignments: assignments.filter(({ target, literal }) => /\bMutualTls\.Enabled$/.test(target) && literal === true),
  settings: settings.filter(
    ({ setting }) =>
      setting.key.at(-2)?.toLowerCase() === 'mutualtls' && String(setting.value).toLowerCase() === 'true',
  ),
});

const ownCreations = (facts: Facts, project: IdentityServerSite['project']): ObjectCreation[] =>
  facts.csharp
    .objectsOf(creation)
    .filter(isConnected(project, facts))
    .filter((made) => !isInTests(made, facts))
    .filter(({ members, setLater }) => [...members, ...setLater].every(({ member }) => member !== 'ProofType'));
