import type { Construction, Constructor } from '../../csharp/index-types.ts';
import type { Argument } from '../../csharp/invocation-types.ts';
import type { Facts } from '../facts.ts';

/**
 * Every call in the solution that goes to this constructor. null: not all of them can be told, since another one would take the
 * same arguments, or since it can be called without a word (`class D : C { }`), or through a library.
 */
export function callsTo(head: Constructor, { csharp }: Facts): readonly Construction[] | null {
  if (head.parameters.every(({ isOptional }) => isOptional) || isCalledByLibrary(head, csharp)) return null;
  const all = csharp.constructorsOf(head.type);
  const calls: Construction[] = [];
  for (const call of csharp.constructionsOf(head.type)) {
    const fitting = all.filter((other) => takes(other, call.arguments));
    if (!fitting.some((other) => isSame(other, head))) continue;
    if (fitting.length > 1) return null;
    calls.push(call);
  }
  return calls;
}

/** `new Mock<C>(a, b)`, `CreateInstance<C>(sp, a)`, `CreateInstance(typeof(C), a)`: the compiler doesn't see what these hand on. */
function isCalledByLibrary({ type }: Constructor, csharp: Facts['csharp']): boolean {
  const name = `[\\w.:]*\\b${type.replace(/^.*\./, '')}\\s*(<[^()]*>)?`;
  const call = new RegExp(
    `\\b(Mock|For|ForPartsOf|CreateInstance|CreateFactory)\\s*<\\s*${name}>\\s*\\([^)]*,|` +
      `\\bCreate(Instance|Factory)\\s*\\([^;]*?\\btypeof\\s*\\(\\s*${name}\\)\\s*,`,
  );
  return csharp.parsed.some((path) => call.test(csharp.sourceOf(path).text));
}

const isSame = (a: Constructor, b: Constructor) => a.path === b.path && a.parameterList.start === b.parameterList.start;

/** By number and names: more than that is not asked. */
function takes({ parameters, isOpaque }: Constructor, given: readonly Argument[]): boolean {
  if (isOpaque) return true;
  const filled = given.map((argument, i) => parameterOf(argument, i, parameters));
  return (
    filled.every((index) => index !== null) && parameters.every(({ isOptional }, i) => isOptional || filled.includes(i))
  );
}

function parameterOf(argument: Argument, index: number, parameters: Constructor['parameters']): number | null {
  const found = argument.name === null ? index : parameters.findIndex(({ name }) => name === argument.name);
  return found >= 0 && found < parameters.length ? found : null;
}

/** Where among the arguments the one for this parameter stands; -1 where it isn't given. */
export function argumentFor(call: Construction, position: number, name: string): number {
  const named = call.arguments.findIndex((argument) => argument.name === name);
  if (named >= 0) return named;
  return call.arguments[position]?.name === null ? position : -1;
}

/** Whether the type has another constructor with these parameter types, as written. */
export const hasConstructor = (head: Constructor, types: readonly string[], { csharp }: Facts): boolean =>
  csharp
    .constructorsOf(head.type)
    .filter((other) => !isSame(other, head))
    .some(({ parameters }) => parameters.map(({ typeText }) => plain(typeText)).join() === types.map(plain).join());

const plain = (type: string) => type.replace(/\s+/g, '').replace(/^[\w.]*\./, '');
