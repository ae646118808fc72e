import type { Invocation } from '../../../../engine/csharp/invocation-types.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';

/** Where a call stands towards `AddIdentityServer`, as far as the code shows it. */
export type Place = 'before' | 'after' | 'chained' | 'called-after' | 'unknown';

export const placeSaid: Readonly<Record<Exclude<Place, 'before'>, string>> = {
  after: 'Here it stands after `AddIdentityServer` in the same method.',
  chained: 'Here it is made on what `AddIdentityServer` gives back.',
  'called-after': 'The method around it is called after `AddIdentityServer`.',
  unknown: 'Whether it runs before or after `AddIdentityServer` could not be told: before it, nothing changes.',
};

/** In the same method the order of the text counts; else that of the calls of the methods around, where one method makes both. */
export function placeAmong(call: Invocation, sites: readonly Invocation[], facts: Facts): Place {
  if (isChained(call)) return 'chained';
  const here = order(call, sites);
  if (here) return here;
  const lifted = [...sites, ...sites.flatMap((site) => callersOf(site, facts))];
  const orders = callersOf(call, facts).map((caller) => (isChained(caller) ? 'after' : order(caller, lifted)));
  if (orders.length === 0 || orders.some((found) => found === undefined)) return 'unknown';
  return orders.every((found) => found === 'before') ? 'before' : 'called-after';
}

const callersOf = (call: Invocation, { csharp }: Facts) =>
  call.method ? csharp.invocationsOf(call.method).filter((other) => other !== call) : [];

const isChained = ({ chain }: Invocation) => chain.includes('AddIdentityServer');

function order(call: Invocation, sites: readonly Invocation[]): 'before' | 'after' | undefined {
  const site = sites.find(
    ({ path, codeAround }) =>
      path === call.path && codeAround.start === call.codeAround.start && codeAround.end === call.codeAround.end,
  );
  return site && (site.nameSpan.start < call.nameSpan.start ? 'after' : 'before');
}
