import type { Invocation } from '../../../../engine/csharp/invocation-types.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { isConnected } from '../../../../engine/facts/hosts/connected.ts';
import { identityServerNames, identityServerSites } from '../../../../engine/facts/hosts/identity-server.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import { contains } from '../../../../engine/text/span.ts';
import { replace } from '../../../../engine/workspace/change.ts';
import { type Place, placeAmong, placeSaid } from './order.ts';
import { type Service, services } from './services.ts';

interface Match {
  readonly call: Invocation; // of `TryAdd…`
  readonly service: Service;
  readonly place: Exclude<Place, 'before'>;
  /** Another registration of the service that may win on 6.2 already. */
  readonly other: Invocation | undefined;
}

/** Upstream registers defaults for three services, so a later `TryAdd` of them finds the place taken. */
export default defineRule<Match>({
  meta: {
    id: 'default-stores-registered',
    step: 'breaking-changes',
    title: 'Stores and a replay cache are registered by default',
    source: 'https://learn.microsoft.com/dotnet/core/extensions/dependency-injection#service-registration-methods',
    covers: ['B14', 'B15'],
    applies: { since: '6.3.0' },
    names: [...identityServerNames, ...services.map(({ type }) => type)],
  },

  *detect({ facts }) {
    const sites = identityServerSites(facts).map(({ call }) => call);
    for (const { call, service } of triedRegistrations(facts)) {
      const place = placeAmong(call, sites, facts);
      if (place === 'before' || isSettledBefore(call, service, facts)) continue;
      yield { call, service, place, other: otherRegistration(call, service, facts) };
    }
  },

  explain: ({ call, service, place, other }, { facts }) => ({
    title: `\`${call.name}\` of \`${service.name}\` is ignored`,
    message:
      `On 6.2 nothing was registered as \`${service.name}\` by then, so \`${call.name}\` took the place. On 6.3 \`AddIdentityServer\` registers ${service.byDefault}, ` +
      `and \`${call.name}\` after it does nothing, without a word: ${service.consequence}. ${placeSaid[place]}` +
      (other
        ? ` \`${other.name}\` in the same project registers one too: where both run, this call had no effect on 6.2 either.`
        : ''),
    severity: 'breaks-run',
    confidence: other || place === 'unknown' ? 'possible' : place === 'called-after' ? 'likely' : 'certain',
    projects: call.projects,
    items: [service.item],
    evidence: [
      evidence(facts.csharp.sourceOf(call.path), call.nameSpan, `registers \`${service.name}\` only where none is`),
      ...(other ? [evidence(facts.csharp.sourceOf(other.path), other.nameSpan, 'registers one too')] : []),
    ],
  }),

  fix: ({ call }, { facts }) =>
    call.isOpaque
      ? []
      : [
          {
            id: 'add',
            title: `Call \`${call.name.replace('TryAdd', 'Add')}\``,
            changes: [
              replace({ path: call.path, span: call.nameSpan }, call.name.replace('TryAdd', 'Add')),
              ...facts.csharp.using(call.path, 'Microsoft.Extensions.DependencyInjection'),
            ],
            safety: 'review',
            onBoth: true,
            caution: 'It then counts whatever was registered before: look whether another registration should win.',
          },
        ],
});

/** `TryAddX<T, …>()`, `TryAddX(typeof(T), …)`, `TryAdd(ServiceDescriptor.X<T, …>())` and `TryAdd(new ServiceDescriptor(typeof(T), …))`. */
function triedRegistrations({ csharp }: Facts): { call: Invocation; service: Service }[] {
  const direct = ['TryAddTransient', 'TryAddScoped', 'TryAddSingleton'].flatMap((name) => csharp.invocationsOf(name));
  const registered = services.flatMap((service) =>
    csharp
      .typeUses(service.type)
      .filter(({ role }) => role === 'registered')
      .map((use) => ({ service, use })),
  );
  const wrapped = csharp.invocationsOf('TryAdd').flatMap((call) => {
    const inner = registered.find(({ use }) => use.path === call.path && contains(call.argumentList, use.span));
    return inner ? [{ call, service: inner.service }] : [];
  });
  return [...direct.map((call) => ({ call, service: serviceOf(call) })), ...wrapped].flatMap(({ call, service }) =>
    service ? [{ call, service }] : [],
  );
}

/** In the same code before it: it is there on 6.2 too, or what `AddIdentityServer` registers is taken away again. */
const isSettledBefore = (call: Invocation, service: Service, { csharp }: Facts) =>
  ['AddTransient', 'AddScoped', 'AddSingleton', 'Replace', 'RemoveAll']
    .flatMap((name) => csharp.invocationsOf(name))
    .filter(({ path, codeAround }) => path === call.path && codeAround.start === call.codeAround.start)
    .filter(({ span }) => span.end <= call.nameSpan.start)
    .filter(({ span }) => !/\belse\b/.test(csharp.sourceOf(call.path).text.slice(span.end, call.nameSpan.start)))
    .some((other) =>
      csharp
        .typeUses(service.type)
        .some(({ path, role, span }) => path === other.path && role === 'registered' && contains(other.span, span)),
    );

function serviceOf({ typeArguments: [generic], arguments: [first] }: Invocation): Service | undefined {
  const type = generic?.type ?? (first?.text.startsWith('typeof') ? first.type : undefined);
  return services.find((service) => type?.kind === 'product' && type.name === service.type);
}

const otherRegistration = (call: Invocation, service: Service, facts: Facts) =>
  service.registeredBy
    .flatMap((name) => facts.csharp.invocationsOf(name))
    .find(isConnected(call.projects[0] ?? null, facts));
