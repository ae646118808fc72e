import type { Facts } from '../../../../engine/facts/facts.ts';
import { tokenCleanup } from '../../../../engine/facts/token-cleanup.ts';
import type { Span } from '../../../../engine/text/span.ts';
import { type Change, replace } from '../../../../engine/workspace/change.ts';
import type { Registration } from './registrations.ts';

/** The registration under the interface, in its place. */
export function underInterface(match: Registration, facts: Facts): readonly Change[] {
  const { call, service } = match;
  const name = interfaceIn(match, facts);
  return service ? [...name.changes, replace({ path: call.path, span: service }, name.text)] : [];
}

/** A second registration, in a statement behind the one that is there. */
export function addedBeside(match: Registration, facts: Facts): readonly Change[] {
  const { call } = match;
  const { text, changes } = asInterface(match, facts);
  const whole = statementOf(match, facts);
  if (text === null || !whole) return [];
  const indent = indentOf(whole.start, sourceOf(match, facts));
  return [...changes, replace({ path: call.path, span: { start: whole.end, end: whole.end } }, `\n${indent}${text};`)];
}

/** The registration under the interface, behind the statement that adds the store. */
export function movedBehindStore(match: Registration, facts: Facts): readonly Change[] {
  const { call, store } = match;
  const { text, changes } = asInterface(match, facts);
  const whole = statementOf(match, facts);
  if (text === null || !whole || !store?.statement || store.isOpaque || !/^[\w.]+$/.test(call.receiver)) return [];
  const source = sourceOf(match, facts);
  const line = lineOf(whole, source);
  if (!line || source.slice(line.start, line.end).trim() !== source.slice(whole.start, whole.end)) return [];
  const at = { start: store.statement.end, end: store.statement.end };
  const indent = indentOf(store.statement.start, source);
  return [
    ...changes,
    replace({ path: call.path, span: line }, ''),
    replace({ path: call.path, span: at }, `\n${indent}${text};`),
  ];
}

/** The call as it would register the class under the interface; null where it isn't plain enough to be written again. */
function asInterface(
  match: Registration,
  facts: Facts,
): { readonly text: string | null; readonly changes: readonly Change[] } {
  const { call, service } = match;
  const name = interfaceIn(match, facts);
  const source = sourceOf(match, facts);
  const text = source.slice(call.span.start, call.span.end);
  if (/\n|\/\/|\/\*/.test(text)) return { text: null, changes: [] };
  if (service) {
    const at = { start: service.start - call.span.start, end: service.end - call.span.start };
    return { text: text.slice(0, at.start) + name.text + text.slice(at.end), changes: name.changes };
  }
  const [own] = call.typeArguments;
  if (!own || call.typeArguments.length !== 1) return { text: null, changes: [] };
  const start = own.span.start - call.span.start;
  return { text: `${text.slice(0, start)}${name.text}, ${text.slice(start)}`, changes: name.changes };
}

const interfaceIn = ({ call, service }: Registration, { csharp }: Facts) =>
  csharp.nameFor(
    tokenCleanup.interface,
    call,
    service ? csharp.sourceOf(call.path).text.slice(service.start, service.end) : '',
  );

/** The statement that is nothing but the call. */
function statementOf({ call }: Registration, facts: Facts): Span | null {
  const source = facts.csharp.sourceOf(call.path).text;
  const { statement } = call;
  return statement && statement.start === call.span.start && source.slice(call.span.end, statement.end).trim() === ';'
    ? statement
    : null;
}

const sourceOf = ({ call }: Registration, { csharp }: Facts) => csharp.sourceOf(call.path).text;

const indentOf = (offset: number, text: string) =>
  /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))![0];

function lineOf({ start, end }: Span, text: string): Span | null {
  const next = text.indexOf('\n', end);
  return next < 0 ? null : { start: text.lastIndexOf('\n', start - 1) + 1, end: next + 1 };
}
