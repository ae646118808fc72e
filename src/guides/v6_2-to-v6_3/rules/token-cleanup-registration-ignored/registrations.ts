import type { Invocation } from '../../../../engine/csharp/invocation-types.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { tokenCleanup } from '../../../../engine/facts/token-cleanup.ts';
import type { Span } from '../../../../engine/text/span.ts';

/** Names of the calls that register a service, whose files matter. */
export const registering = ['AddTransient', 'AddScoped', 'AddSingleton'] as const;
const trying = ['TryAddTransient', 'TryAddScoped', 'TryAddSingleton'] as const;
const describing = ['Transient', 'Scoped', 'Singleton'] as const;

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
  const found = [...registering, ...trying, ...describing]
    .flatMap((name) => facts.csharp.invocationsOf(name))
    .filter(({ name, receiver }) => !isOneOf(describing, name) || /(^|\.)ServiceDescriptor$/.test(receiver))
    .flatMap((call) => registrationIn(call, derived, facts) ?? []);
  const served = new Set(found.filter(({ service }) => service !== null).map((one) => one.derived));
  return found
    .filter((one) => !isUnderInterface(one.derived, facts))
    .filter((one) => one.service !== null || !served.has(one.derived));
}

const isOneOf = (names: readonly string[], name: string) => names.includes(name);

interface TypeAt {
  readonly type: Invocation['typeArguments'][number]['type'];
  readonly span: Span;
}

/** The types that a registration names, by type arguments or `typeof`. */
function typesOf({ typeArguments, arguments: given }: Invocation): TypeAt[] {
  if (typeArguments.length > 0) return [...typeArguments];
  return given.flatMap(({ text, span, type }) => {
    const inner = /^typeof\s*\(\s*([\s\S]*?)\s*\)$/.exec(text)?.[1];
    const start = span.start + text.indexOf(inner ?? '', 'typeof'.length);
    return inner === undefined ? [] : [{ type, span: { start, end: start + inner.length } }];
  });
}

function registrationIn(call: Invocation, derived: readonly string[], facts: Facts): Registration | null {
  const [first, second] = typesOf(call);
  if (!first) return null;
  const isDerived = ({ type }: TypeAt) => type.kind === 'solution' && derived.includes(type.name);
  const isService = first.type.kind === 'product' && first.type.name === tokenCleanup.service;
  const own = [second, first].find((one) => one && isDerived(one))?.type;
  const made = own?.kind === 'solution' ? own.name : isService ? madeIn(call, derived) : undefined;
  if (made === undefined || !(isService || isDerived(first))) return null;
  return {
    call,
    derived: made,
    service: isService ? first.span : null,
    isTried: isOneOf(trying, call.name),
    ...orderOf(call, facts),
  };
}

/** The derived class that a factory makes. */
const madeIn = ({ arguments: given }: Invocation, derived: readonly string[]) =>
  derived.find((name) =>
    given.some(({ text }) => new RegExp(`\\bnew ${simple(name)}\\b|<${simple(name)}>`).test(text)),
  );
const simple = (name: string) => name.replace(/^.*\./, '');

const isUnderInterface = (derived: string, facts: Facts) =>
  registering
    .flatMap((name) => facts.csharp.invocationsOf(name))
    .some((call) => {
      const [service, ...others] = typesOf(call).map(({ type }) => type);
      const isInterface = service?.kind === 'product' && service.name === tokenCleanup.interface;
      const makes = others.some((type) => type.kind === 'solution' && type.name === derived);
      return isInterface && (makes || madeIn(call, [derived]) !== undefined);
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
