import type { Node } from 'web-tree-sitter';
import type { Span } from '../text/span.ts';
import type { Change } from '../workspace/change.ts';
import { plainName, type Unit } from './declarations.ts';
import { blank } from './directives.ts';
import { endOfLine, startOfLine } from './insertions.ts';
import { field, spanOf } from './syntax.ts';

/** Plain comments and text say nothing to the compiler; documentation and what stands between the braces of `$"…"` does. */
const silent = ['string_literal', 'verbatim_string_literal', 'raw_string_literal', 'character_literal', 'comment'];
const isSilent = ({ type, text }: Node) => type !== 'comment' || !/^(\/\/\/(?!\/)|\/\*\*(?!\/))/.test(text);

/**
 * The line of a plain `using` that some code of its file needs for these names, which are all that the namespace brings. Nothing
 * where the file isn't read whole, or where a directive or other code has a part in the line.
 */
export function leftUsing(unit: Unit, namespace: string, names: readonly string[]): readonly Change[] {
  const { file, directives, unread } = unit.parsed;
  const [using, ...others] = usingsOf(unit, namespace);
  if (!using || others.length > 0 || unread.length > 0) return [];
  const span = { start: startOfLine(file.text, using.startIndex), end: endOfLine(file.text, using.endIndex) };
  if (file.text.slice(span.start, span.end).trim() !== using.text) return [];
  const before = directives.lines
    .filter(({ end }) => end <= span.start)
    .map((line) => file.text.slice(line.start, line.end));
  const open =
    before.filter((line) => /#\s*if\b/.test(line)).length - before.filter((line) => /#\s*endif\b/.test(line)).length;
  if (open !== 0) return [];
  const uses = usesOf(unit, namespace, names);
  return uses.length === 0 ? [] : [{ kind: 'leftover', path: unit.path, span, uses, names }];
}

const usingsOf = ({ root }: Unit, namespace: string) =>
  root
    .descendantsOfType('using_directive')
    .filter((node): node is Node => node !== null)
    .filter(
      (node) =>
        !field(node, 'name') && !node.children.some((child) => /^(static|global|unsafe)$/.test(child?.type ?? '')),
    )
    .filter(({ text }) => plainName(text.replace(/^using\b/, '').replace(/;$/, '')) === namespace);

/** Wherever a name is written without its namespace, whatever it means there: in code that no build compiles too. */
function usesOf({ root, parsed: { file } }: Unit, namespace: string, names: readonly string[]): Span[] {
  const quiet = root.descendantsOfType(silent).filter((node): node is Node => node !== null && isSilent(node));
  const text = blank(file.text, quiet.map(spanOf));
  return [
    ...text.matchAll(new RegExp(`(?<!\\b${namespace.replaceAll('.', '\\.')}\\.)\\b(?:${names.join('|')})\\b`, 'g')),
  ].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}
