import type { FilePath } from './file-path.ts';

/** A file we can give back byte for byte: `encode(decode(bytes))` equals `bytes`. All others are opaque. */
export interface SourceFile {
  readonly kind: 'text';
  readonly path: FilePath;
  readonly bytes: Uint8Array; // as received; what an untouched file leaves as
  readonly text: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
  readonly eol: '\n' | '\r\n'; // the one most lines use
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface OpaqueFile {
  readonly kind: 'opaque';
  readonly path: FilePath;
  readonly bytes: Uint8Array;
  readonly why: 'binary' | 'undecodable' | 'too-large';
}

/** `files` are in the order of the archive. What was left out (`bin`, `.git` …) is not in it. */
export interface Workspace {
  readonly name: string;
  readonly files: ReadonlyMap<FilePath, WorkspaceFile>;
  readonly notices: readonly Notice[];
}

/** As received. `sourceOf(file)` decodes it, once. */
export interface WorkspaceFile {
  readonly path: FilePath;
  readonly bytes: Uint8Array;
}

/** What was not read, or read with less certainty; `code` is stable, `message` is for people. */
export interface Notice {
  readonly code: string;
  readonly path: FilePath | null;
  readonly line: number | null;
  readonly message: string;
}
