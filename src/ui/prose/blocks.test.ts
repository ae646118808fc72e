import { describe, expect, it } from 'vitest';
import { blocksOf, inlinesOf } from './blocks.ts';

describe('blocksOf', () => {
  it('joins the lines of a paragraph and parts paragraphs at an empty line', () => {
    expect(blocksOf('one\ntwo\n\nthree')).toEqual([
      { kind: 'paragraph', text: 'one two' },
      { kind: 'paragraph', text: 'three' },
    ]);
  });

  it('keeps code as it is, empty lines and marks included', () => {
    expect(blocksOf('```sh\na *b*\n\n  c\n```\nafter')).toEqual([
      { kind: 'code', language: 'sh', text: 'a *b*\n\n  c' },
      { kind: 'paragraph', text: 'after' },
    ]);
  });

  it('reads lists with items of several lines', () => {
    expect(blocksOf('- one\n  more\n- two')).toMatchObject([
      { kind: 'list', isOrdered: false, items: [[{ text: 'one more' }], [{ text: 'two' }]] },
    ]);
  });

  it('reads a table', () => {
    expect(blocksOf('| a | b |\n|---|---|\n| 1 | 2 |')).toEqual([
      { kind: 'table', head: ['a', 'b'], rows: [['1', '2']] },
    ]);
  });

  it('ends on every input', () => {
    for (const text of ['```', '|', '-', '- ', '#', '# ', '1.', '|a|', '\n\n', '- a\n\n', '> quote'])
      expect(blocksOf(text)).toBeDefined();
  });
});

describe('inlinesOf', () => {
  it('finds code, emphasis and links', () => {
    expect(inlinesOf('a `b` **c** [d](https://e.example/)')).toEqual([
      { kind: 'text', text: 'a ' },
      { kind: 'code', text: 'b' },
      { kind: 'text', text: ' ' },
      { kind: 'strong', text: 'c' },
      { kind: 'text', text: ' ' },
      { kind: 'link', text: 'd', href: 'https://e.example/' },
    ]);
  });

  it('makes no link of anything but https', () => {
    expect(inlinesOf('[x](javascript:alert(1))').every(({ kind }) => kind === 'text')).toBe(true);
  });

  it('leaves markup as text', () => {
    expect(inlinesOf('<b>x</b>')).toEqual([{ kind: 'text', text: '<b>x</b>' }]);
  });
});
