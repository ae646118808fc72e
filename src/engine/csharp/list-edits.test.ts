import { describe, expect, it } from 'vitest';
import { workspaceOfTexts } from '../../testing/workspace-from.ts';
import type { Change } from '../workspace/change.ts';
import type { FilePath } from '../workspace/file-path.ts';
import { sourceOf } from '../workspace/workspace.ts';
import { insertItem, type List, removeItem } from './list-edits.ts';

/** The list between the outer parentheses; its items are the words of one letter outside comments. */
function listIn(text: string): List {
  const source = sourceOf(workspaceOfTexts({ 'A.cs': text }).files.get('A.cs' as FilePath)!);
  if (source.kind !== 'text') throw new Error('no text');
  const bare = text.replace(/\/\*.*?\*\/|\/\/.*/g, (comment) => ' '.repeat(comment.length));
  const items = [...bare.matchAll(/\b[a-z]\b/g)].map(({ index }) => ({ start: index, end: index + 1 }));
  return { file: source, span: { start: text.indexOf('('), end: text.lastIndexOf(')') + 1 }, items };
}

function applied(text: string, changes: readonly Change[]): string {
  const edits = changes.flatMap((change) => (change.kind === 'edit' ? [change] : []));
  return edits
    .toSorted((x, y) => y.span.start - x.span.start)
    .reduce((result, { span, newText }) => result.slice(0, span.start) + newText + result.slice(span.end), text);
}

const without = (text: string, index: number) => applied(text, removeItem(listIn(text), index));
const withNew = (text: string, index: number) => applied(text, insertItem(listIn(text), index, 'NEW'));

describe('an item is taken out', () => {
  it.each([
    ['of the middle', '(a, b, c)', 1, '(a, c)'],
    ['at the start', '(a, b)', 0, '(b)'],
    ['at the end', '(a, b)', 1, '(a)'],
    ['where it is alone', '(a)', 0, '()'],
    ['with its line', '(\n    a,\n    b,\n    c)', 1, '(\n    a,\n    c)'],
    ['with its line and its comment', '(\n    a,\n    b, // the b\n    c)', 1, '(\n    a,\n    c)'],
    ['at the end of its own line', '(\n    a,\n    b)', 1, '(\n    a)'],
    ['at the end, before a bracket of its own line', '(\n    a,\n    b\n)', 1, '(\n    a\n)'],
    ['at the end, with its comment', '(\n    a,\n    b // the b\n)', 1, '(\n    a\n)'],
    ['at the end, behind a comment that stays', '(\n    a, // the a\n    b)', 1, '(\n    a // the a\n    )'],
    ['with the comment before it', '(a, /* the b, or so */ b, c)', 1, '(a, c)'],
    ['before a line break', '(a, b,\n c)', 1, '(a,\n c)'],
    ['after a line break with others', '(a,\n b, c)', 1, '(a, c)'],
    ['where the comma stands first', '(a\n , b\n , c)', 1, '(a\n , c)'],
  ])('%s', (_where, text, index, expected) => {
    expect(without(text, index)).toBe(expected);
  });
});

describe('an item is put in', () => {
  it.each([
    ['of the middle', '(a, b)', 1, '(a, NEW, b)'],
    ['at the start', '(a)', 0, '(NEW, a)'],
    ['at the end', '(a)', 1, '(a, NEW)'],
    ['where there is none', '()', 0, '(NEW)'],
    ['on a line of its own', '(\n    a,\n    b)', 1, '(\n    a,\n    NEW,\n    b)'],
    ['on the last line', '(\n    a,\n    b)', 2, '(\n    a,\n    b,\n    NEW)'],
    ['behind a comment of the last', '(\n    a,\n    b // the b\n)', 2, '(\n    a,\n    b, // the b\n    NEW\n)'],
    ['behind a comment of the one before', '(\n    a, // the a\n    b)', 1, '(\n    a, // the a\n    NEW,\n    b)'],
    ['before the comment of the next', '(a, /* the b */ b)', 1, '(a, NEW, /* the b */ b)'],
    ['within a line of several', '(a,\n    b, c)', 2, '(a,\n    b, NEW, c)'],
  ])('%s', (_where, text, index, expected) => {
    expect(withNew(text, index)).toBe(expected);
  });
});
