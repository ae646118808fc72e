import type { Invocation } from '../csharp/invocation-types.ts';
import type { Span } from '../text/span.ts';
import type { Facts } from './facts.ts';

/** Names of the calls that register a service for themselves. */
export const registering = ['AddTransient', 'AddScoped', 'AddSingleton'] as const;
const trying = ['TryAddTransient', 'TryAddScoped', 'TryAddSingleton'] as const;
const describing = ['Transient', 'Scoped', 'Singleton', 'Describe'] as const;
/** They take a descriptor. */
const taking = ['Add', 'Replace', 'Insert', 'TryAdd', 'TryAddEnumerable'] as const;

/** A type that a registration names, and where. */
export interface TypeAt {
  readonly type: Invocation['typeArguments'][number]['type'];
  readonly span: Span;
}

/** The container is told of a service: its type first. */
export interface ServiceRegistration {
  readonly call: Invocation;
  readonly types: readonly [TypeAt, ...TypeAt[]];
  /** Does nothing where the service is registered already. */
  readonly isTried: boolean;
}

/** `AddTransient<T>()` and kin, and service descriptors, with types as arguments or by `typeof`. */
export function serviceRegistrations(facts: Facts): ServiceRegistration[] {
  const named = [...registering, ...trying, ...describing, ...taking];
  return named.flatMap((name) =>
    facts.csharp.invocationsOf(name).flatMap((call) => {
      if (isOneOf(describing, name) && !/(^|[.:])ServiceDescriptor$/.test(call.receiver)) return [];
      const [first, ...others] = isOneOf(taking, name) ? typesOfDescriptor(call, facts) : typesOf(call);
      return first
        ? [{ call, types: [first, ...others] as const, isTried: isOneOf(trying, name) || name === 'TryAdd' }]
        : [];
    }),
  );
}

const isOneOf = (names: readonly string[], name: string) => names.includes(name);

function typesOf({ typeArguments, arguments: given }: Invocation): TypeAt[] {
  if (typeArguments.length > 0) return [...typeArguments];
  return given.flatMap(({ text, span, type }) =>
    typeofs(text)
      .filter(({ index }) => index === 0)
      .map(({ start, end }) => ({ type, span: { start: span.start + start, end: span.start + end } })),
  );
}

/** `new ServiceDescriptor(typeof(T), …)` or `new(typeof(T), …)`, as an argument. */
function typesOfDescriptor({ path, projects, arguments: given }: Invocation, { csharp }: Facts): TypeAt[] {
  const descriptor = given.find(({ text }) => /^new\s*(?:[\w.:]*ServiceDescriptor\s*)?\(\s*typeof\b/.test(text));
  return typeofs(descriptor?.text ?? '').map(({ name, start, end }) => {
    const span = { start: descriptor!.span.start + start, end: descriptor!.span.start + end };
    return { type: csharp.meaningOf(name, { path, span, projects }), span };
  });
}

const typeofs = (text: string) =>
  [...text.matchAll(/\btypeof\s*\(\s*([\w.:]+)\s*\)/g)].map((match) => {
    const start = match.index + match[0].indexOf(match[1]!, 'typeof'.length);
    return { name: match[1]!, index: match.index, start, end: start + match[1]!.length };
  });
