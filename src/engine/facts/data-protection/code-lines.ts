import type { Span } from '../../text/span.ts';

const literals =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|\$*"{3,}[\s\S]*?"{3,}|(?:@\$?|\$@)"(?:[^"]|"")*"|\$?"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'/g;

/** C# with its comments and texts blanked; every offset stays. */
const withoutLiterals = (text: string) => text.replace(literals, (found) => found.replace(/[^\n]/g, ' '));

const branches = /^(if|else|for|foreach|while|do|switch|case|default|catch|finally|await\s+foreach)\b/;
const plainBlocks = /^(try|using|lock|checked|unchecked|unsafe|await\s+using|fixed)\b|^$/;

/**
 * Whether a statement stands in a list of statements and runs whenever the method or lambda around it does: no branch, no loop, no `#if`.
 * Only then can another statement be put behind it.
 */
export function runsAlways(source: string, statement: Span): boolean {
  const before = withoutLiterals(source).slice(0, statement.start);
  const isConditional = count(before, /^[ \t]*#[ \t]*if\b/gm) > count(before, /^[ \t]*#[ \t]*endif\b/gm);
  const previous = before
    .replace(/^[ \t]*#[^\n]*$/gm, '')
    .trimEnd()
    .at(-1);
  if (isConditional || (previous !== undefined && !'{};'.includes(previous))) return false;
  for (const header of headersAround(before)) {
    if (branches.test(header)) return false;
    if (!plainBlocks.test(header)) return true;
  }
  return true;
}

/** What stands before each brace that is still open, innermost first. */
function headersAround(code: string): string[] {
  const open: string[] = [];
  let from = 0;
  let depth = 0;
  for (let i = 0; i < code.length; i++) {
    const character = code[i]!;
    if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (character === '{') {
      open.push(code.slice(from, i).trim());
      from = i + 1;
    } else if (character === '}') {
      open.pop();
      from = i + 1;
    } else if (character === ';' && depth <= 0) from = i + 1;
  }
  return open.reverse();
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** A text as C# writes it: verbatim where it has backslashes, as paths of Windows do. */
export function csharpString(value: string): string {
  const isPlain = !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value);
  if (isPlain && value.includes('\\')) return `@"${value.replaceAll('"', '""')}"`;
  const escaped = value.replace(/["\\]/g, (character) => `\\${character}`).replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, unicode);
  return `"${escaped}"`;
}

const unicode = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
