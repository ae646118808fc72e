import { describe, expect, it } from 'vitest';
import { diffOf } from './model.ts';

const text = (length: number, change: Record<number, string> = {}) =>
  Array.from({ length }, (_, at) => change[at + 1] ?? `line ${at + 1}`).join('\n');

describe('diffOf', () => {
  it('shows a changed line with three lines around it and says how many it leaves out', () => {
    const { hunks, hiddenBelow, added, removed } = diffOf(text(20), text(20, { 10: 'line ten' }));
    expect(hunks).toHaveLength(1);
    expect(hunks[0]?.hidden).toBe(6);
    expect(hunks[0]?.rows.map((row) => row.after?.number)).toEqual([7, 8, 9, 10, 11, 12, 13]);
    expect({ hiddenBelow, added, removed }).toEqual({ hiddenBelow: 7, added: 1, removed: 1 });
  });

  it('marks only the words that differ', () => {
    const { hunks } = diffOf('await _cleanup.RemoveExpiredGrantsAsync();', 'await _cleanup.CleanupGrantsAsync();');
    const { before, after } = hunks[0]?.rows[0] ?? {};
    expect(before?.marks.map(({ start, end }) => before.text.slice(start, end))).toEqual(['RemoveExpiredGrantsAsync']);
    expect(after?.marks.map(({ start, end }) => after.text.slice(start, end))).toEqual(['CleanupGrantsAsync']);
  });

  it('marks nothing where two lines share next to nothing', () => {
    const { hunks } = diffOf('using Alpha;', 'public sealed class Beta : Gamma');
    expect(hunks[0]?.rows[0]?.before?.marks).toEqual([]);
  });

  it('joins two changes whose context touches into one hunk, and keeps far ones apart', () => {
    expect(diffOf(text(30), text(30, { 10: 'x', 16: 'y' })).hunks).toHaveLength(1);
    expect(diffOf(text(30), text(30, { 5: 'x', 20: 'y' })).hunks).toHaveLength(2);
  });

  it('never repeats a line and never leaves one out uncounted', () => {
    const { hunks, hiddenBelow } = diffOf(text(40), text(40, { 3: 'x', 9: 'y', 30: 'z' }));
    const shown = hunks.flatMap((hunk) => hunk.rows.map((row) => row.after?.number));
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown.length + hunks.reduce((sum, hunk) => sum + hunk.hidden, 0) + hiddenBelow).toBe(40);
  });

  it('shows an added file as added lines only', () => {
    const { hunks, removed } = diffOf(null, 'a\nb\n');
    expect(hunks[0]?.rows).toMatchObject([{ before: null }, { before: null }]);
    expect(removed).toBe(0);
  });

  it('says what the lines do not show', () => {
    expect(diffOf('a\nb', 'a\nb\n').note).toContain('line break is added');
    expect(diffOf('a\r\nb\r\n', 'a\nb\n').note).toContain('line endings');
    expect(diffOf('a\nb\n', 'a\nc\n').note).toBeNull();
  });
});
