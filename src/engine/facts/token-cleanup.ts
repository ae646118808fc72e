import type { Injection } from '../csharp/index-types.ts';
import type { Facts } from './facts.ts';
import { mayShareProcess } from './hosts/connected.ts';
import { serviceRegistrations } from './service-registrations.ts';

export const tokenCleanup = {
  namespace: 'Duende.IdentityServer.EntityFramework',
  service: 'Duende.IdentityServer.EntityFramework.TokenCleanupService',
  interface: 'Duende.IdentityServer.EntityFramework.ITokenCleanupService',
} as const;

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
  serviceRegistrations(facts)
    .filter(({ types: [{ type }] }) => type.kind === 'product' && type.name === tokenCleanup.service)
    .map(({ call }) => call);
