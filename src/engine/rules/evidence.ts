import type { Span } from '../text/span.ts';
import type { SourceFile } from '../workspace/workspace.ts';
import type { Evidence } from './finding.ts';

/** One place in a file, with the whole lines it stands on, at most four of them. */
export function evidence(file: SourceFile, span: Span, because: string): Evidence {
  const start = position(file.text, span.start);
  const end = position(file.text, span.end);
  const lastLine = lineEnd(file.text, span.end);
  const lines = file.text.slice(start.lineStart, lastLine).split(/\r\n|\r|\n/);
  const shown = lines.length > 4 ? [...lines.slice(0, 3), '…'] : lines;
  return {
    path: file.path,
    span,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    excerpt: shown.map((line) => line.trimEnd()).join('\n'),
    because,
  };
}

function position(text: string, offset: number) {
  let line = 1;
  let lineStart = 0;
  for (let i = 0; i < offset; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) {
      line++;
      lineStart = i + 1;
    }
  }
  return { line, lineStart, column: offset - lineStart + 1 };
}

function lineEnd(text: string, offset: number) {
  const rest = text.slice(offset).search(/\r|\n/);
  return rest < 0 ? text.length : offset + rest;
}
