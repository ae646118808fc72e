import type { Injection } from '../csharp/index-types.ts';
import type { Facts } from './facts.ts';
import { mayShareProcess } from './hosts/connected.ts';

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
 * Where the container is asked for the concrete `TokenCleanupService`, which 6.3 no longer registers. Not where the team registers
 * it itself, in code that may run in the same process: there it is still to be had.
 */
export function injectionsThatThrow(facts: Facts): readonly Injection[] {
  const registered = teamRegistrations(facts);
  return facts.csharp
    .injectionsOf(tokenCleanup.service)
    .filter(({ at }) => !registered.some((call) => mayShareProcess(call, at, facts)));
}

const teamRegistrations = (facts: Facts) =>
  registrations
    .flatMap((name) => facts.csharp.invocationsOf(name))
    .filter(({ typeArguments: [generic], arguments: given }) => {
      const service = generic?.type ?? given.find(({ text }) => text.startsWith('typeof'))?.type;
      return service?.kind === 'product' && service.name === tokenCleanup.service;
    });
