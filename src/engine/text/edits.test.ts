import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, bySpan, invertEdits, type SpanEdit } from './edits.ts';

const edit = (start: number, end: number, newText: string): SpanEdit => ({ span: { start, end }, newText });

/** A text and edits on it that are sorted and disjoint. */
const textAndEdits = fc.string({ maxLength: 60, unit: 'grapheme' }).chain((text) =>
  fc
    .array(fc.tuple(fc.nat(text.length), fc.string({ maxLength: 8 })), { maxLength: 12 })
    .map((cuts) => cuts.sort(([a], [b]) => a - b))
    .map((cuts) => ({
      text,
      edits: cuts.flatMap(([end, newText], i) => (i % 2 ? [edit(cuts[i - 1]![0], end, newText)] : [])),
    })),
);
const thousand = { numRuns: 1000 };

describe('applyEdits', () => {
  it('puts an insertion before the replacement that begins where it stands', () => {
    expect(applyEdits('abc', [edit(1, 2, 'B'), edit(1, 1, '+')].sort(bySpan))).toBe('a+Bc');
  });

  it('throws on edits that overlap, run backwards or leave the text', () => {
    expect(() => applyEdits('abcdef', [edit(0, 3, ''), edit(2, 4, '')])).toThrow('sorted and disjoint');
    expect(() => applyEdits('abcdef', [edit(3, 4, ''), edit(0, 1, '')])).toThrow('sorted and disjoint');
    expect(() => applyEdits('abc', [edit(2, 4, '')])).toThrow('within its text');
  });

  it('changes nothing without edits', () => {
    fc.assert(
      fc.property(fc.string(), (text) => applyEdits(text, []) === text),
      thousand,
    );
  });

  it('leaves the text outside the spans untouched', () => {
    fc.assert(
      fc.property(textAndEdits, ({ text, edits }) => {
        let rest = applyEdits(text, edits);
        let at = 0;
        for (const { span, newText } of edits) {
          const kept = text.slice(at, span.start) + newText;
          expect(rest.startsWith(kept)).toBe(true);
          rest = rest.slice(kept.length);
          at = span.end;
        }
        expect(rest).toBe(text.slice(at));
      }),
      thousand,
    );
  });

  it('is undone by the inverse', () => {
    fc.assert(
      fc.property(textAndEdits, ({ text, edits }) => {
        expect(applyEdits(applyEdits(text, edits), invertEdits(text, edits))).toBe(text);
      }),
      thousand,
    );
  });
});
