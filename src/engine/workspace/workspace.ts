import { decode, type Encoding, looksBinary } from '../text/encoding.ts';
import { dominantEol } from '../text/eol.ts';
import { type LineIndex, lineIndex } from '../text/line-index.ts';
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

export type { Encoding };

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
  readonly bytes: Uint8Array; // empty where it is too large
  readonly isTooLarge?: boolean;
  readonly isExecutable?: boolean; // by its Unix mode, where it has one
}

/** What was not read, or read with less certainty; `code` is stable, `message` is for people. */
export interface Notice {
  readonly code: string;
  readonly path: FilePath | null;
  readonly line: number | null;
  readonly message: string;
}

/** A larger file is carried along and never read. */
export const maxFileBytes = 32 * 1024 * 1024;

const sources = new WeakMap<WorkspaceFile, SourceFile | OpaqueFile>();
const lineIndexes = new WeakMap<SourceFile, LineIndex>();

/** Decoded once per file. */
export const sourceOf = (file: WorkspaceFile): SourceFile | OpaqueFile => remember(sources, file, readSource);

/** Lines of the text, indexed once per file. */
export const linesOf = (source: SourceFile): LineIndex => remember(lineIndexes, source, (file) => lineIndex(file.text));

function readSource({ path, bytes, isTooLarge }: WorkspaceFile): SourceFile | OpaqueFile {
  if (isTooLarge || bytes.length > maxFileBytes) return { kind: 'opaque', path, bytes, why: 'too-large' };
  const decoded = decode(bytes);
  if (!decoded) return { kind: 'opaque', path, bytes, why: looksBinary(bytes) ? 'binary' : 'undecodable' };
  return { kind: 'text', path, bytes, ...decoded, eol: dominantEol(decoded.text) };
}

function remember<K extends WeakKey, V>(known: WeakMap<K, V>, key: K, make: (key: K) => V): V {
  const value = known.get(key) ?? make(key);
  known.set(key, value);
  return value;
}
