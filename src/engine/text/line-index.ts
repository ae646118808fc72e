import { invariant } from '../errors.ts';
import type { Span } from './span.ts';

/** Lines and columns are 1-based, columns in UTF-16 units. A line ends at `\r\n`, `\n` or a lone `\r`. */
export interface LineIndex {
  readonly lineCount: number;
  positionAt(offset: number): { readonly line: number; readonly column: number };
  lineStart(line: number): number;
  /** Before the line break. */
  lineEnd(line: number): number;
  /** Without the line break. */
  lineText(line: number): string;
  /** From the start of the span's first line to the end of its last, line break not included. */
  linesAround(span: Span): Span;
}

export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);

  const startOf = (line: number) => {
    const start = starts[line - 1];
    invariant(start !== undefined, `line ${line} is one of ${starts.length}`);
    return start;
  };
  const endOf = (line: number) => {
    let end = starts[line] ?? text.length;
    if (line === starts.length) return end;
    end -= 1;
    return text[end] === '\n' && text[end - 1] === '\r' ? end - 1 : end;
  };
  const lineAt = (offset: number) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (startOf(middle + 1) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };

  return {
    lineCount: starts.length,
    positionAt(offset) {
      const line = lineAt(offset);
      return { line, column: offset - startOf(line) + 1 };
    },
    lineStart: startOf,
    lineEnd: endOf,
    lineText: (line) => text.slice(startOf(line), endOf(line)),
    linesAround: (span) => ({ start: startOf(lineAt(span.start)), end: endOf(lineAt(span.end)) }),
  };
}
