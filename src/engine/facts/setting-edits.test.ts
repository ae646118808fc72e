import { describe, expect, it } from 'vitest';
import { workspaceOfTexts } from '../../testing/workspace-from.ts';
import type { FilePath } from '../workspace/file-path.ts';
import { sourceOf } from '../workspace/workspace.ts';
import { addSetting } from './setting-edits.ts';

const added = (text: string, section: string[], key: string[]) => {
  const source = sourceOf(workspaceOfTexts({ 'appsettings.json': text }).files.get('appsettings.json' as FilePath)!);
  if (source.kind !== 'text') throw new Error('not text');
  return addSetting(source, section, key, 'false').map((change) =>
    change.kind === 'insert' ? text.slice(0, change.at.start) + change.text + text.slice(change.at.end) : change,
  );
};

describe('addSetting', () => {
  it('writes one line at the head of the section, in its layout', () => {
    expect(added('{\n    "A": { "x": 1 },\n    "B": 2\n}', [], ['C'])).toEqual([
      '{\n    "C": false,\n    "A": { "x": 1 },\n    "B": 2\n}',
    ]);
    expect(added('{ "A": { "x": 1 } }', ['a'], ['C'])).toEqual(['{ "A": { "C": false, "x": 1 } }']);
    expect(added('{\n  "A": {\n    "x": 1\n  }\n}', ['A'], ['C', 'D'])).toEqual([
      '{\n  "A": {\n    "C": {\n      "D": false\n    },\n    "x": 1\n  }\n}',
    ]);
    expect(added('{ "A": { "x": 1 } }', ['A'], ['C', 'D'])).toEqual(['{ "A": { "C": { "D": false }, "x": 1 } }']);
  });

  it('leaves comments where they are', () => {
    expect(added('{\n  "A": { // one\n    // two\n    "x": 1, // three\n  }\n}', ['A'], ['C'])).toEqual([
      '{\n  "A": { // one\n    "C": false,\n    // two\n    "x": 1, // three\n  }\n}',
    ]);
  });

  it('writes into what is there of the key, whatever its case', () => {
    expect(added('{ "A": { "c": { "x": 1 } } }', ['A'], ['C', 'D'])).toEqual([
      '{ "A": { "c": { "D": false, "x": 1 } } }',
    ]);
  });

  it.each([
    ['no such section', '{ "B": { "x": 1 } }'],
    ['an empty one', '{ "A": {} }'],
    ['a value in its place', '{ "A": 1 }'],
    ['a list in its place', '{ "A": [{ "x": 1 }] }'],
    ['two of them', '{ "A": { "x": 1 }, "a": { "y": 1 } }'],
    ['the key is there', '{ "A": { "C": true } }'],
    ['a value in place of the key', '{ "A": { "x": 1, "c": null } }'],
    ['a comment that may go on', '{ "A": { /* one\n two */\n "x": 1 } }'],
    ['broken JSON', '{ "A": { "x": 1 '],
    ['an empty file', ''],
  ])('writes nothing: %s', (_, text) => {
    expect(added(text, ['A'], ['C'])).toEqual([]);
    expect(added(text, ['A'], ['C', 'D'])).toEqual([]);
  });
});
