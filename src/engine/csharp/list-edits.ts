import type { Span } from '../text/span.ts';
import { type Change, replace } from '../workspace/change.ts';
import type { SourceFile } from '../workspace/workspace.ts';
import { endOfLine, indentAt, startOfLine } from './insertions.ts';

/** Items between two brackets, separated by commas: arguments or parameters. */
export interface List {
  readonly file: SourceFile;
  readonly span: Span; // both brackets included
  readonly items: readonly Span[];
}

/** A new item before the one at `index`, laid out as its neighbours are. */
export function insertItem({ file, span, items }: List, index: number, text: string): readonly Change[] {
  const next = items[index];
  const last = items.at(-1);
  if (next) {
    const at = startOfItem(file, items[index - 1]?.end ?? span.start, next.start);
    const isOwnLine = file.text.slice(startOfLine(file.text, at), at).trim() === '';
    return [edit(file, { start: at, end: at }, isOwnLine ? `${text},\n${indentAt(file.text, at)}` : `${text}, `)];
  }
  if (!last) return [edit(file, { start: span.start + 1, end: span.end - 1 }, text)];
  return append(file, span, items, text);
}

function append(file: SourceFile, span: Span, items: readonly Span[], text: string): readonly Change[] {
  const last = items.at(-1)!;
  const after = { start: last.end, end: last.end };
  if (!isAlone(file, span, last)) return [edit(file, after, `, ${text}`)];
  const line = `\n${indentAt(file.text, last.start)}${text}`;
  const rest = restOfLine(file, last.end, span.end - 1);
  if (rest.trim() === '') return [edit(file, after, `,${line}`)];
  const end = last.end + rest.trimEnd().length;
  return [edit(file, after, ','), edit(file, { start: end, end }, line)];
}

/** A new last item; `comma` is where one stands behind the last already. */
export function appendItem(list: List, comma: Span | null, text: string): readonly Change[] {
  const { file, items } = list;
  const last = items.at(-1);
  if (!last || !comma) return insertItem(list, items.length, text);
  const isOwnLine = file.text.slice(startOfLine(file.text, last.start), last.start).trim() === '';
  const added = isOwnLine ? `\n${indentAt(file.text, last.start)}${text},` : ` ${text},`;
  const behind = /^[ \t]*\/\/.*/.exec(file.text.slice(comma.end))?.[0].trimEnd().length ?? 0;
  return [edit(file, { start: comma.end + behind, end: comma.end + behind }, added)];
}

/** The item with one of its commas; with its whole line and the comment there, where it has one to itself. */
export function removeItem({ file, span, items }: List, index: number): readonly Change[] {
  const item = items[index]!;
  const previous = items[index - 1];
  const next = items[index + 1];
  const isAloneHere = isAlone(file, span, item) && isLineOf(file, item, span);
  if (next && isAloneHere)
    return [edit(file, { start: startOfLine(file.text, item.start), end: endOfLine(file.text, item.end) }, '')];
  if (!previous && next) return [edit(file, { start: item.start, end: next.start }, '')];
  if (!previous) return [edit(file, item, '')];
  const between = file.text.slice(previous.end, item.start);
  const hasComment = isAloneHere && /\S/.test(restOfLine(file, item.end, file.text.length));
  if (!hasComment && !/\/\/|\/\*[\s\S]*\*\/[\s\S]*\n/.test(between))
    return [edit(file, { start: previous.end, end: item.end }, '')];
  const comma = previous.end + commaIn(between);
  const line = isAloneHere
    ? { start: startOfLine(file.text, item.start), end: endOfLine(file.text, item.end) }
    : { start: item.start, end: item.end };
  return [edit(file, { start: comma, end: comma + 1 }, ''), edit(file, line, '')];
}

/** Where the item begins with the comment on its line before it. */
function startOfItem(file: SourceFile, from: number, to: number): number {
  const between = file.text.slice(from, to);
  const newline = between.lastIndexOf('\n');
  const start = newline >= 0 ? newline + 1 : commaIn(between) + 1;
  return from + start + /^\s*/.exec(between.slice(start))![0].length;
}

/** The comma or bracket that separates, past comments that may hold one. */
const commaIn = (between: string) => Math.max(0, between.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, blanks).search(/[,(]/));
const blanks = (text: string) => ' '.repeat(text.length);

/** First on its line. */
const isAlone = (file: SourceFile, span: Span, item: Span) => {
  const start = startOfLine(file.text, item.start);
  return start > span.start && file.text.slice(start, item.start).trim() === '';
};

/** Nothing but its comma and comments behind it on its line. */
const isLineOf = (file: SourceFile, item: Span, span: Span) => {
  const rest = restOfLine(file, item.end, Math.max(span.end, endOfLine(file.text, item.end)));
  return /^\s*,?\s*(\/\/.*|(\/\*((?!\*\/).)*\*\/\s*)*)$/.test(rest.trimEnd());
};

const restOfLine = (file: SourceFile, from: number, to: number) =>
  file.text.slice(from, Math.min(to, endOfLine(file.text, from))).replace(/[\r\n]+$/, '');

const edit = (file: SourceFile, span: Span, newText: string) => replace({ path: file.path, span }, newText);
