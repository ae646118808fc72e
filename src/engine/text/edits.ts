import { invariant } from '../errors.ts';
import type { Span } from './span.ts';

/** `newText` in place of `span`. Without a path: these functions know one text only. */
export interface SpanEdit {
  readonly span: Span;
  readonly newText: string;
}

/** Ascending; an insertion before the replacement that begins where it stands. */
export const bySpan = (a: SpanEdit, b: SpanEdit) => a.span.start - b.span.start || a.span.end - b.span.end;

/** Edits must be sorted and disjoint; touching is fine. All spans refer to `text`. */
export function applyEdits(text: string, edits: readonly SpanEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span, newText } of edits) {
    invariant(at <= span.start && span.start <= span.end, 'edits reach applyEdits sorted and disjoint');
    invariant(span.end <= text.length, 'an edit lies within its text');
    parts.push(text.slice(at, span.start), newText);
    at = span.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** Edits on the result of `applyEdits(text, edits)` that give `text` back. */
export function invertEdits(text: string, edits: readonly SpanEdit[]): SpanEdit[] {
  let shift = 0;
  return edits.map(({ span, newText }) => {
    const start = span.start + shift;
    shift += newText.length - (span.end - span.start);
    return { span: { start, end: start + newText.length }, newText: text.slice(span.start, span.end) };
  });
}
