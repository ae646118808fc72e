import { expect, it } from 'vitest';
import type { FilePath } from './file-path.ts';
import { linesOf, maxFileBytes, sourceOf } from './workspace.ts';

const file = (bytes: Uint8Array) => ({ path: 'a.cs' as FilePath, bytes });

it('decodes a file once', () => {
  const one = file(new TextEncoder().encode('\uFEFFa\r\nb\r\n'));
  const source = sourceOf(one);
  expect(source).toMatchObject({ kind: 'text', text: 'a\r\nb\r\n', encoding: 'utf-8', bom: true, eol: '\r\n' });
  expect(sourceOf(one)).toBe(source);
  if (source.kind === 'text') expect(linesOf(source)).toBe(linesOf(source));
});

it('says why a file is opaque', () => {
  expect(sourceOf(file(Uint8Array.of(0x50, 0x4b, 3, 4, 0)))).toMatchObject({ kind: 'opaque', why: 'binary' });
  expect(sourceOf(file(Uint8Array.of(0x61, 0x81)))).toMatchObject({ kind: 'opaque', why: 'undecodable' });
  expect(sourceOf(file(new Uint8Array(maxFileBytes + 1)))).toMatchObject({ kind: 'opaque', why: 'too-large' });
  expect(sourceOf({ ...file(new Uint8Array(0)), isTooLarge: true })).toMatchObject({ why: 'too-large' });
});
