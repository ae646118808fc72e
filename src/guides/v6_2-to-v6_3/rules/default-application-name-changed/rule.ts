import { invariant } from '../../../../engine/errors.ts';
import {
  dataProtectionNames,
  dataProtectionOf,
  discriminatorInterface,
  referencedBy,
} from '../../../../engine/facts/data-protection/data-protection.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { hostBuilderOf, hostBuildersOf, hostKindOf, hostNames } from '../../../../engine/facts/hosts/host-kind.ts';
import { isTestProject } from '../../../../engine/facts/hosts/is-test-project.ts';
import type { Project } from '../../../../engine/facts/project.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import type { Evidence, NonEmpty } from '../../../../engine/rules/finding.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import { conclusion, type Host } from './conclusion.ts';

/** What ASP.NET Core calls an application that names itself nothing depends on framework and kind of host. */
export default defineRule<Host>({
  meta: {
    id: 'default-application-name-changed',
    step: 'data-protection',
    title: 'The default name that keys are kept under depends on framework and host',
    source: '#step-3-verify-data-protection-configuration',
    covers: ['step-3/application-name'],
    applies: { since: '6.3.0' },
    names: ['AddIdentityServer', ...hostNames, ...dataProtectionNames, discriminatorInterface],
  },

  detect: ({ facts }) => identityHosts(facts),

  explain: (host, { facts }) => ({
    ...conclusion(host),
    severity: 'advice',
    confidence: host.kind === 'unknown' ? 'possible' : 'likely',
    projects: [host.project.path],
    evidence: evidenceOf(host, facts),
  }),
});

/** Hosts that run IdentityServer by their own code or by that of a project they reference. */
function identityHosts(facts: Facts): Host[] {
  const servers = new Set(facts.csharp.invocationsOf('AddIdentityServer').flatMap(({ projects }) => projects));
  const runsOne = (project: Project) =>
    servers.has(project.path) ||
    (builderOf(facts, project) !== undefined && referencedBy(facts, project).some(({ path }) => servers.has(path)));
  return facts.projects
    .filter((project) => project.product !== null && !isTestProject(project) && runsOne(project))
    .map((project) => ({ project, kind: hostKindOf(facts, project), protection: dataProtectionOf(facts, project) }))
    .filter(({ kind }) => kind !== 'library');
}

const builderOf = (facts: Facts, project: Project) =>
  hostBuilderOf(facts, project) ?? hostBuildersOf(facts, project)[0];

function evidenceOf({ project, protection }: Host, facts: Facts): NonEmpty<Evidence> {
  const { csharp } = facts;
  const builder = builderOf(facts, project);
  const server = csharp.invocationsOf('AddIdentityServer').find(({ projects }) => projects.includes(project.path));
  const { applicationName, discriminator, ownDiscriminator, keyStores, contentRoot } = protection;
  const places = [
    builder && ([builder.path, builder.span, 'builds the host'] as const),
    !builder && server && ([server.path, server.nameSpan, 'adds IdentityServer to a host we could not see'] as const),
    applicationName && ([applicationName.call.path, applicationName.call.nameSpan, 'names the application'] as const),
    discriminator && ([discriminator.path, discriminator.span, 'names the application through the options'] as const),
    ownDiscriminator && ([ownDiscriminator.path, ownDiscriminator.span, 'names the application'] as const),
    contentRoot && ([contentRoot.path, contentRoot.nameSpan, 'sets the content root'] as const),
    ...keyStores.map(({ call, label }) => [call.path, call.nameSpan, `keeps the keys in ${label}`] as const),
  ].filter((place) => place !== null && place !== undefined && place !== false);
  const [first, ...rest] = places.map(([path, span, because]) => evidence(csharp.sourceOf(path), span, because));
  invariant(first, 'a host is known by its builder or by the server it adds');
  return [first, ...rest];
}
