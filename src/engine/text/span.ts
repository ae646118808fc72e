/** Half-open range of UTF-16 offsets into a file's text. The BOM has no offset. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const spanAt = (offset: number): Span => ({ start: offset, end: offset });
export const isEmpty = (span: Span) => span.start === span.end;
export const contains = (outer: Span, inner: Span) => outer.start <= inner.start && inner.end <= outer.end;
