import type { Node } from 'web-tree-sitter';
import type { Span } from '../text/span.ts';
import { type Change, replace } from '../workspace/change.ts';
import type { SourceFile } from '../workspace/workspace.ts';
import type { Constructor } from './index-types.ts';
import { endOfLine, indentAt, startOfLine } from './insertions.ts';

/** The `///` lines right above a declaration. */
export function documentationOf(node: Node): Node[] {
  const lines: Node[] = [];
  for (let above = node.previousSibling; above?.type === 'comment'; above = above.previousSibling)
    if (above.text.startsWith('///')) lines.unshift(above);
  return lines;
}

/** The parameters that the comment names, in its order. */
export const documentedIn = (lines: readonly Node[], file: SourceFile): Constructor['documented'] =>
  lines.flatMap((line) => {
    const names = [...line.text.matchAll(/<param(?:ref)?\s+name\s*=\s*"([^"]+)"/g)].map(([, name]) => name!);
    const isWhole = names.length === 1 && /^\/\/\/\s*<param\s(?:(?!<\/param>).)*<\/param>\s*$/.test(line.text);
    const start = startOfLine(file.text, line.startIndex);
    const isAlone = file.text.slice(start, line.startIndex).trim() === '';
    const span = isWhole && isAlone ? { start, end: endOfLine(file.text, line.startIndex) } : null;
    return names.map((name) => ({ name, line: span }));
  });

/** A line for a new parameter, where others have theirs. */
export function describeParameter(
  head: Constructor,
  index: number,
  name: string,
  text: string,
  file: SourceFile,
): Change[] {
  const before = head.parameters.slice(0, index).map((parameter) => parameter.name);
  const lines = head.documented.filter(({ line }) => line !== null);
  const after = lines.findLast((one) => before.includes(one.name))?.line?.end;
  const at = after ?? lines[0]?.line?.start;
  if (at === undefined) return [];
  const indent = indentAt(file.text, lines[0]!.line!.start);
  return [
    replace({ path: head.path, span: { start: at, end: at } }, `${indent}/// <param name="${name}">${text}</param>\n`),
  ];
}

export const undescribeParameter = ({ documented, path }: Constructor, name: string): Change[] =>
  documented.flatMap((one) => (one.name === name && one.line ? [replace({ path, span: one.line }, '')] : []));

/** `cref="T.M(A)"` in a documentation comment: the member's name, and what stands before its dot. */
export interface Cref {
  readonly comment: Node;
  readonly qualifier: string; // '' without one
  readonly span: Span; // of the name
}

/** References to members of that name, in the documentation comments below `root`. */
export const crefsTo = (member: string, root: Node): Cref[] =>
  root.descendantsOfType('comment').flatMap((comment) => {
    if (!comment || !/^\/\/\/|^\/\*\*/.test(comment.text)) return [];
    return [...comment.text.matchAll(/\bcref\s*=\s*(["'])([^"'(]*)(?:\([^"']*)?\1/g)].flatMap((match): Cref[] => {
      const [, , name = ''] = match;
      const dot = name.lastIndexOf('.');
      if (name.slice(dot + 1) !== member || name.includes(':')) return [];
      const start = comment.startIndex + match.index + match[0].indexOf(name, 5) + dot + 1;
      return [{ comment, qualifier: name.slice(0, Math.max(dot, 0)), span: { start, end: start + member.length } }];
    });
  });

/** What the comment stands above. */
export function documentedBy(comment: Node): Node | null {
  let next = comment.nextNamedSibling;
  while (next?.type === 'comment') next = next.nextNamedSibling;
  return next;
}
