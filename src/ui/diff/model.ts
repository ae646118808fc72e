import { diffArrays, diffWordsWithSpace } from 'diff';

/** Half-open range of UTF-16 offsets within one line. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

export interface Line {
  readonly number: number; // 1-based
  readonly text: string; // without its line ending
  readonly marks: readonly Mark[];
}

/** Context has both sides; a changed pair has both with marks; an added or removed line has one. */
export interface Row {
  readonly kind: 'context' | 'change';
  readonly before: Line | null;
  readonly after: Line | null;
}

export interface Hunk {
  readonly hidden: number; // context lines left out above it
  readonly rows: readonly Row[];
}

export interface Diff {
  readonly hunks: readonly Hunk[];
  readonly hiddenBelow: number;
  readonly added: number;
  readonly removed: number;
  readonly note: string | null; // what can't be seen in the lines
}

export function diffOf(before: string | null, after: string, context = 3): Diff {
  const rows = rowsOf(linesOf(before ?? ''), linesOf(after));
  const { hunks, hiddenBelow } = hunksOf(rows, context);
  const changed = rows.filter((row) => row.kind === 'change');
  return {
    hunks,
    hiddenBelow,
    added: changed.filter((row) => row.after).length,
    removed: changed.filter((row) => row.before).length,
    note: before === null ? null : invisibleChange(before, after),
  };
}

function linesOf(text: string): string[] {
  if (text === '') return [];
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function rowsOf(before: readonly string[], after: readonly string[]): Row[] {
  const rows: Row[] = [];
  const pending = { before: [] as Line[], after: [] as Line[] };
  const flush = () => {
    const length = Math.max(pending.before.length, pending.after.length);
    for (let at = 0; at < length; at++) rows.push(pair(pending.before[at] ?? null, pending.after[at] ?? null));
    pending.before = [];
    pending.after = [];
  };
  let [old, now] = [0, 0];
  for (const { value, added, removed } of diffArrays([...before], [...after])) {
    for (const text of value) {
      if (removed) pending.before.push({ number: ++old, text, marks: [] });
      else if (added) pending.after.push({ number: ++now, text, marks: [] });
      else {
        flush();
        rows.push({
          kind: 'context',
          before: { number: ++old, text, marks: [] },
          after: { number: ++now, text, marks: [] },
        });
      }
    }
  }
  flush();
  return rows;
}

/** Two lines that hardly share anything are shown as they are: marks all over say nothing. */
function pair(before: Line | null, after: Line | null): Row {
  if (!before || !after) return { kind: 'change', before, after };
  const parts = diffWordsWithSpace(before.text, after.text);
  const kept = parts
    .filter((part) => !part.added && !part.removed)
    .reduce((sum, part) => sum + part.value.trim().length, 0);
  if (kept * 3 < Math.min(before.text.trim().length, after.text.trim().length))
    return { kind: 'change', before, after };
  return {
    kind: 'change',
    before: { ...before, marks: marksOf(parts, 'added') },
    after: { ...after, marks: marksOf(parts, 'removed') },
  };
}

function marksOf(parts: ReturnType<typeof diffWordsWithSpace>, absent: 'added' | 'removed'): Mark[] {
  const marks: Mark[] = [];
  let at = 0;
  for (const part of parts) {
    if (part[absent]) continue;
    const end = at + part.value.length;
    if (part.added || part.removed) marks.push({ start: at, end });
    at = end;
  }
  return marks;
}

function hunksOf(rows: readonly Row[], context: number): { hunks: Hunk[]; hiddenBelow: number } {
  const hunks: { hidden: number; rows: Row[] }[] = [];
  let shownTo = 0;
  rows.forEach((row, at) => {
    if (row.kind === 'context') return;
    const from = Math.max(shownTo, at - context);
    const to = Math.min(rows.length, at + context + 1);
    const last = hunks.at(-1);
    if (last && from === shownTo) last.rows.push(...rows.slice(shownTo, to));
    else hunks.push({ hidden: from - shownTo, rows: rows.slice(from, to) });
    shownTo = Math.max(shownTo, to);
  });
  return { hunks, hiddenBelow: rows.length - shownTo };
}

function invisibleChange(before: string, after: string): string | null {
  const endsWithBreak = (text: string) => /[\r\n]$/.test(text);
  if (endsWithBreak(before) !== endsWithBreak(after)) {
    return endsWithBreak(after)
      ? 'A line break is added at the end of the file.'
      : 'The line break at the end of the file goes.';
  }
  return before !== after && linesOf(before).join('\n') === linesOf(after).join('\n')
    ? 'Only line endings change.'
    : null;
}
