import type { Parameter, TypeDeclaration } from '../../../../engine/csharp/index-types.ts';
import { isInTests } from '../../../../engine/facts/hosts/is-test-project.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';

const services = ['Microsoft.Extensions.Hosting.BackgroundService', 'Microsoft.Extensions.Hosting.IHostedService'];
const monitor = 'Microsoft.Extensions.Options.IOptionsMonitor';

/** Calls that bring what completes such options from the request. */
const completedBy: Readonly<Record<string, readonly string[]>> = {
  OpenIdConnectOptions: ['AddInMemoryOidcProviders', 'AddIdentityProviderStore', 'AddConfigurationStore'],
  CookieAuthenticationOptions: ['AddServerSideSessions'],
};

interface Match {
  readonly service: TypeDeclaration;
  readonly given: Parameter;
  readonly options: string;
}

/** Upstream leaves options unconfigured where there is no request, and no longer fails. */
export default defineRule<Match>({
  meta: {
    id: 'options-skipped-outside-requests',
    step: 'breaking-changes',
    title: 'Options read outside a request are skipped without a word',
    source: 'https://docs.duendesoftware.com/identityserver/v6/ui/login/dynamicproviders/',
    covers: ['B26'],
    applies: { since: '6.3.0' },
    names: [monitor, ...services, ...Object.values(completedBy).flat()],
  },

  *detect({ facts }) {
    const { csharp } = facts;
    const hosted = new Map(services.flatMap((type) => csharp.typesDerivedFrom(type)).map((one) => [one.name, one]));
    for (const service of hosted.values())
      for (const { parameters } of isInTests(service, facts) ? [] : csharp.constructorsOf(service.name))
        for (const given of parameters) {
          const [options] = given.type.kind === 'product' && given.type.name === monitor ? given.typeArguments : [];
          const name = options && options.kind !== 'unknown' ? options.name.replace(/^.*\./, '') : '';
          const isCompleted = completedBy[name]?.some((call) => csharp.invocationsOf(call).length > 0);
          if (isCompleted) yield { service, given, options: name };
        }
  },

  explain: ({ service, given, options }, { facts }) => ({
    title: `\`${options}\` read here may stay unconfigured`,
    message: `\`${service.name.replace(/^.*\./, '')}\` runs outside any request and is given the options of an authentication scheme. Those of a dynamic provider, and those of the cookie scheme with server-side sessions, are completed from the request: 6.2 failed here without one, 6.3 skips that without a word. What was read first is kept, so later requests may meet options that are not complete. Read them within a request, or not at all. That they are kept is reasoned from how options work, not run. After deployment, sign in once through each dynamic provider.`,
    severity: 'changes-behaviour',
    confidence: 'possible',
    projects: service.projects,
    evidence: [
      evidence(facts.csharp.sourceOf(given.path), given.span, 'is given to a service that runs outside requests'),
      evidence(facts.csharp.sourceOf(service.path), service.span, 'is a hosted service'),
    ],
  }),
});
