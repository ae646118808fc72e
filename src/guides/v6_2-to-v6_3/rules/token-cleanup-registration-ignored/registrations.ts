import type { Invocation } from '../../../../engine/csharp/invocation-types.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import {
  type ServiceRegistration,
  serviceRegistrations,
  type TypeAt,
} from '../../../../engine/facts/service-registrations.ts';
import { tokenCleanup } from '../../../../engine/facts/token-cleanup.ts';
import type { Span } from '../../../../engine/text/span.ts';

/** Where a class derived from the clean-up service is registered, and whether the hosted clean-up ran it in 6.2. */
export interface Registration {
  readonly call: Invocation;
  readonly derived: string; // full name
  /** The service type as written; null where the class is registered under itself. */
  readonly service: Span | null;
  readonly isTried: boolean;
  /** Seen from `AddOperationalStore`. */
  readonly order: 'before' | 'after' | 'unknown';
  readonly store: Invocation | null;
}

export function registrations(facts: Facts): Registration[] {
  const derived = facts.csharp.typesDerivedFrom(tokenCleanup.service).map(({ name }) => name);
  if (derived.length === 0) return [];
  const found = serviceRegistrations(facts).flatMap((one) => registrationIn(one, derived, facts) ?? []);
  const served = new Set(found.filter(({ service }) => service !== null).map((one) => one.derived));
  return found
    .filter((one) => !isUnderInterface(one.derived, facts))
    .filter((one) => one.service !== null || !served.has(one.derived));
}

function registrationIn(
  { call, types, isTried }: ServiceRegistration,
  derived: readonly string[],
  facts: Facts,
): Registration | null {
  const [first, second] = types;
  const isDerived = ({ type }: TypeAt) => type.kind === 'solution' && derived.includes(type.name);
  const isService = first.type.kind === 'product' && first.type.name === tokenCleanup.service;
  const own = [second, first].find((one) => one && isDerived(one))?.type;
  const made = own?.kind === 'solution' ? own.name : isService ? madeIn(call, derived, facts) : undefined;
  if (made === undefined || !(isService || isDerived(first))) return null;
  return { call, derived: made, service: isService ? first.span : null, isTried, ...orderOf(call, facts) };
}

/** The derived class that a factory makes, where it stands or in the method that it names. */
const madeIn = ({ arguments: given }: Invocation, derived: readonly string[], { csharp }: Facts) =>
  derived.find((name) => {
    const simple = name.replace(/^.*\./, '');
    const makes = new RegExp(`\\bnew\\s+([\\w.:]*[.:])?${simple}\\b|<([\\w.:]*[.:])?${simple}>`);
    return given.some(
      ({ text, body }) =>
        makes.test(text) ||
        (body !== null && makes.test(csharp.sourceOf(body.path).text.slice(body.span.start, body.span.end))),
    );
  });

const isUnderInterface = (derived: string, facts: Facts) =>
  serviceRegistrations(facts).some(({ call, types: [{ type: service }, ...others] }) => {
    const isInterface = service.kind === 'product' && service.name === tokenCleanup.interface;
    const makes = others.some(({ type }) => type.kind === 'solution' && type.name === derived);
    return isInterface && (makes || madeIn(call, [derived], facts) !== undefined);
  });

/** Told only where both stand in one method. */
function orderOf(call: Invocation, facts: Facts): Pick<Registration, 'order' | 'store'> {
  const stores = facts.csharp.invocationsOf('AddOperationalStore');
  const near = stores.filter(
    ({ path, codeAround }) => path === call.path && codeAround.start === call.codeAround.start,
  );
  const [store = null] = near;
  if (near.length !== stores.length || !store) return { order: 'unknown', store };
  const isAfter = near.map(({ nameSpan }) => nameSpan.start < call.nameSpan.start);
  if (isAfter.every(Boolean)) return { order: 'after', store };
  return { order: isAfter.some(Boolean) ? 'unknown' : 'before', store };
}
