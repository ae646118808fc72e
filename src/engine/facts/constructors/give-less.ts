import type { Construction, Constructor, Place } from '../../csharp/index-types.ts';
import type { Argument } from '../../csharp/invocation-types.ts';
import type { Change } from '../../workspace/change.ts';
import type { Facts } from '../facts.ts';
import { argumentFor, callsTo, hasConstructor } from './calls-to.ts';

/** What it takes that a call gives one argument less, and that nobody hands it on for nothing. */
export interface GivenLess {
  readonly changes: readonly Change[];
  /** Further places that change with it. */
  readonly places: readonly (Place & { readonly because: string })[];
}

/**
 * Takes the argument out; and the parameter that it was, where that served nothing else and every call of its constructor is known.
 * null: the call can't be edited.
 */
export function giveLess(call: Construction, index: number, facts: Facts): GivenLess | null {
  if (call.isOpaque) return null;
  const argument = call.arguments[index]!;
  const head = call.by;
  const position = head ? head.parameters.findIndex(({ name }) => name === argument.text) : -1;
  const without = head && position >= 0 && isOnlyUse(head, position, argument) ? dropped(head, position, facts) : null;
  return {
    changes: [...facts.csharp.removeArgument(call, index), ...(without?.changes ?? [])],
    places: without?.places ?? [],
  };
}

const isOnlyUse = ({ parameters }: Constructor, position: number, { whole }: Argument) => {
  const { uses } = parameters[position]!;
  return uses.length === 1 && uses[0]?.argument?.start === whole.start;
};

/** The constructor without the parameter, and its calls without the argument. null: that can't be done, or told, with certainty. */
function dropped(head: Constructor, position: number, facts: Facts): GivenLess | null {
  const { name } = head.parameters[position]!;
  const types = head.parameters.map(({ typeText }) => typeText).toSpliced(position, 1);
  const calls = callsTo(head, facts);
  const isDescribedAmongOthers = head.documented.some((one) => one.name === name && one.line === null);
  if (head.isOpaque || isDescribedAmongOthers || calls === null || hasConstructor(head, types, facts)) return null;
  const changes: Change[] = [...facts.csharp.removeParameter(head, position)];
  const places = [
    {
      path: head.path,
      span: head.parameters[position]!.span,
      projects: head.projects,
      because: 'is used for nothing else',
    },
  ];
  for (const call of calls) {
    const index = argumentFor(call, position, name);
    if (index < 0) continue;
    const less = isPlain(call.arguments[index]!) ? giveLess(call, index, facts) : null;
    if (!less) return null;
    changes.push(...less.changes);
    places.push({ path: call.path, span: call.span, projects: call.projects, because: 'gives it' }, ...less.places);
  }
  return { changes, places };
}

/** Reading it does nothing that would be missed. */
export const isPlain = ({ text }: Argument) =>
  /^(\((\w|\.)+\)\s*)?[\w.]+!?$/.test(text) ||
  /^default\([\w.]+\)$/.test(text) ||
  /^[\w.]+\.Get(Required)?Service<[\w.]+>\(\)$/.test(text);
