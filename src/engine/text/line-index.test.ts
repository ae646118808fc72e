import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dominantEol, toEol } from './eol.ts';
import { lineIndex } from './line-index.ts';

describe('lineIndex', () => {
  it('counts lines and columns from 1, whatever ends a line', () => {
    const lines = lineIndex('ab\r\nc\nd\re');
    expect(lines.lineCount).toBe(4);
    expect(lines.positionAt(0)).toEqual({ line: 1, column: 1 });
    expect(lines.positionAt(3)).toEqual({ line: 1, column: 4 });
    expect(lines.positionAt(4)).toEqual({ line: 2, column: 1 });
    expect(lines.positionAt(9)).toEqual({ line: 4, column: 2 });
    expect([1, 2, 3, 4].map(lines.lineText)).toEqual(['ab', 'c', 'd', 'e']);
  });

  it('has an empty last line after a final newline', () => {
    expect(lineIndex('a\n').lineCount).toBe(2);
    expect(lineIndex('a\n').lineText(2)).toBe('');
    expect(lineIndex('').lineText(1)).toBe('');
  });

  it('gives whole lines around a span', () => {
    const text = 'one\r\ntwo\r\nthree\r\n';
    const { start, end } = lineIndex(text).linesAround({ start: 6, end: 11 });
    expect(text.slice(start, end)).toBe('two\r\nthree');
  });

  it('finds every offset on the line that holds it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '\n', '\r', '\r\n')).map((parts) => parts.join('')),
        (text) => {
          const lines = lineIndex(text);
          for (let offset = 0; offset <= text.length; offset++) {
            const { line, column } = lines.positionAt(offset);
            expect(lines.lineStart(line) + column - 1).toBe(offset);
            if (line < lines.lineCount) expect(offset).toBeLessThan(lines.lineStart(line + 1));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('line endings', () => {
  it('follows the majority', () => {
    expect(dominantEol('a\r\nb\r\nc\n')).toBe('\r\n');
    expect(dominantEol('a\r\nb\nc\n')).toBe('\n');
    expect(dominantEol('no line break')).toBe('\n');
  });

  it('does not double the carriage return of text that has one', () => {
    expect(toEol('a\r\nb\n', '\r\n')).toBe('a\r\nb\r\n');
    expect(toEol('a\r\nb\n', '\n')).toBe('a\nb\n');
  });
});
