import type { Encoding } from '../text/encoding.ts';
import type { FilePath } from './file-path.ts';

/** A file that accepted findings changed, as it leaves. `findings` in the order of the report. */
export type PatchedFile = EditedFile | AddedFile;

export interface EditedFile {
  readonly kind: 'edit';
  readonly path: FilePath;
  readonly before: Uint8Array;
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  readonly bom: boolean;
  readonly findings: readonly string[];
  readonly edits: readonly ByteEdit[]; // ascending, disjoint, none a no-op
}

export interface AddedFile {
  readonly kind: 'add';
  readonly path: FilePath;
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  readonly bom: boolean;
  readonly findings: readonly string[];
  readonly sha256: string;
  readonly like: FilePath | null; // the file whose date and mode it takes
  readonly isExecutable: boolean;
}

/** `start` and `end` are byte offsets into the file as received, BOM included; `newText` has the file's own line ending. */
export interface ByteEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
  readonly findings: readonly string[];
}
