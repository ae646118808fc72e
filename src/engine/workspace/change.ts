import type { Span } from '../text/span.ts';
import type { FilePath } from './file-path.ts';

/** `newText` is written with `\n`; the file's own line ending takes its place when the edit is applied. */
export interface TextEdit {
  readonly kind: 'edit';
  readonly path: FilePath;
  readonly span: Span;
  readonly newText: string;
}

/**
 * One member of a place that several fixes may fill: a statement in this call's options lambda, a `using`, an item of a group.
 * Insertions into one slot are merged: `open`, the members by `key` (equal ones once), `close`, in place of `at`.
 */
export interface Insertion {
  readonly kind: 'insert';
  readonly path: FilePath;
  readonly slot: string;
  readonly at: Span;
  readonly open: string;
  readonly key: string;
  readonly text: string;
  readonly close: string;
}

/** A file the upgrade adds. It takes encoding, BOM, line ending, date and mode from `like`. */
export interface NewFile {
  readonly kind: 'add';
  readonly path: FilePath;
  readonly text: string;
  readonly like?: FilePath;
}

/**
 * A line that goes with the last thing that needed it: where accepted edits take away every one of `uses`, and none of them writes
 * one of `names`.
 */
export interface Leftover {
  readonly kind: 'leftover';
  readonly path: FilePath;
  readonly span: Span;
  readonly uses: readonly Span[];
  readonly names: readonly string[];
}

export type Change = TextEdit | Insertion | NewFile | Leftover;

export const replace = (at: { readonly path: FilePath; readonly span: Span }, newText: string): TextEdit => ({
  kind: 'edit',
  path: at.path,
  span: at.span,
  newText,
});
