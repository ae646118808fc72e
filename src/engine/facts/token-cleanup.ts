import type { Injection } from '../csharp/index-types.ts';
import type { Facts } from './facts.ts';

export const tokenCleanup = {
  namespace: 'Duende.IdentityServer.EntityFramework',
  service: 'Duende.IdentityServer.EntityFramework.TokenCleanupService',
  interface: 'Duende.IdentityServer.EntityFramework.ITokenCleanupService',
} as const;

const registrations = [
  'AddTransient',
  'AddScoped',
  'AddSingleton',
  'TryAddTransient',
  'TryAddScoped',
  'TryAddSingleton',
];

/**
 * Where the container is asked for the concrete `TokenCleanupService`, which 6.3 no longer registers. None where the solution
 * registers it itself: then it is still there.
 */
export const injectionsThatThrow = (facts: Facts): readonly Injection[] =>
  isRegisteredByTeam(facts) ? [] : facts.csharp.injectionsOf(tokenCleanup.service);

const isRegisteredByTeam = (facts: Facts) =>
  registrations
    .flatMap((name) => facts.csharp.invocationsOf(name))
    .some(({ typeArguments: [generic], arguments: given }) => {
      const service = generic?.type ?? given.find(({ text }) => text.startsWith('typeof'))?.type;
      return service?.kind === 'product' && service.name === tokenCleanup.service;
    });
