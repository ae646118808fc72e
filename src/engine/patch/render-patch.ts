import { diffArrays } from 'diff';
import type { PatchedFile } from '../workspace/patched-file.ts';
import { quoteGitPath } from './git-path.ts';

/** null: the file is not there on that side. */
export interface FileChange {
  readonly path: string;
  readonly before: Uint8Array | null;
  readonly after: Uint8Array | null;
  readonly isExecutable: boolean;
}

/** What `git apply` takes from the solution as received to the upgraded one. No bytes at all where nothing changes. */
export const renderPatch = (patched: readonly PatchedFile[]): Uint8Array => renderChanges(patched.map(toChange));

/** And back. */
export const renderReversePatch = (patched: readonly PatchedFile[]): Uint8Array =>
  renderChanges(patched.map(toChange).map((change) => ({ ...change, before: change.after, after: change.before })));

function toChange(file: PatchedFile): FileChange {
  return file.kind === 'edit'
    ? { path: file.path, before: file.before, after: file.bytes, isExecutable: false }
    : { path: file.path, before: null, after: file.bytes, isExecutable: file.isExecutable };
}

/** Made over bytes: a patch made of strings would spoil Windows-1252 and UTF-16. */
export function renderChanges(changes: readonly FileChange[]): Uint8Array {
  const out = new ByteWriter();
  for (const change of changes) if (!isInGit(change.path)) writeChange(out, change);
  return out.bytes();
}

/** `git apply` refuses those. */
const isInGit = (path: string) => path.toLowerCase().split('/').includes('.git');

function writeChange(out: ByteWriter, { path, before, after, isExecutable }: FileChange): void {
  const old = splitLines(before ?? new Uint8Array(0));
  const now = splitLines(after ?? new Uint8Array(0));
  const hunks = findHunks(old, now);
  if (hunks.length === 0 && before && after) return;
  const mode = isExecutable ? '100755' : '100644';
  const [a, b] = [quoteGitPath(`a/${path}`), quoteGitPath(`b/${path}`)];
  out.text(`diff --git ${a} ${b}\n`);
  if (!before) out.text(`new file mode ${mode}\n`);
  if (!after) out.text(`deleted file mode ${mode}\n`);
  if (hunks.length === 0) return;
  // git ends a name that has a space in it with a tab.
  const end = /\s/.test(path) && !a.startsWith('"') ? '\t\n' : '\n';
  out.text(`--- ${before ? a + end : '/dev/null\n'}+++ ${after ? b + end : '/dev/null\n'}`);
  for (const hunk of hunks) writeHunk(out, hunk, old, now);
}

/** A run of lines, by index: what `old` has there, and what `now` has. */
interface Chunk {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly nowStart: number;
  readonly nowEnd: number;
}
/** Chunks whose context meets. */
type Hunk = [Chunk, ...Chunk[]];

const context = 3;

function findHunks(old: readonly Line[], now: readonly Line[]): Hunk[] {
  const hunks: Hunk[] = [];
  for (const chunk of findChunks(old, now)) {
    const hunk = hunks.at(-1);
    if (hunk && chunk.oldStart - hunk.at(-1)!.oldEnd <= 2 * context) hunk.push(chunk);
    else hunks.push([chunk]);
  }
  return hunks;
}

function findChunks(old: readonly Line[], now: readonly Line[]): Chunk[] {
  const chunks: Chunk[] = [];
  let [oldAt, nowAt] = [0, 0];
  let isOpen = false;
  const parts = diffArrays(
    old.map(({ key }) => key),
    now.map(({ key }) => key),
  );
  for (const { added, removed, count } of parts) {
    const last = isOpen ? chunks.pop() : undefined;
    const start = last ?? { oldStart: oldAt, nowStart: nowAt };
    if (!added) oldAt += count;
    if (!removed) nowAt += count;
    isOpen = added || removed;
    if (isOpen) chunks.push({ oldStart: start.oldStart, oldEnd: oldAt, nowStart: start.nowStart, nowEnd: nowAt });
    else if (last) chunks.push(last);
  }
  return chunks;
}

function writeHunk(out: ByteWriter, hunk: Hunk, old: readonly Line[], now: readonly Line[]): void {
  const first = hunk[0];
  const last = hunk.at(-1)!;
  const before = Math.min(context, first.oldStart);
  const after = Math.min(context, old.length - last.oldEnd);
  const oldStart = first.oldStart - before;
  const oldEnd = last.oldEnd + after;
  const nowStart = first.nowStart - before;
  const nowEnd = last.nowEnd + after;
  out.text(`@@ -${range(oldStart, oldEnd)} +${range(nowStart, nowEnd)} @@\n`);
  let at = oldStart;
  for (const chunk of hunk) {
    out.lines(' ', old.slice(at, chunk.oldStart));
    out.lines('-', old.slice(chunk.oldStart, chunk.oldEnd));
    out.lines('+', now.slice(chunk.nowStart, chunk.nowEnd));
    at = chunk.oldEnd;
  }
  out.lines(' ', old.slice(at, oldEnd));
}

/** 1-based; an empty range names the line before it, and a length of 1 goes without saying. */
const range = (start: number, end: number) => {
  const from = end > start ? start + 1 : start;
  return end - start === 1 ? `${from}` : `${from},${end - start}`;
};

/** Up to and with its `\n`; only the last may lack one. */
interface Line {
  readonly bytes: Uint8Array;
  readonly key: string;
}

function splitLines(bytes: Uint8Array): Line[] {
  const lines: Line[] = [];
  for (let at = 0; at < bytes.length; ) {
    const newline = bytes.indexOf(0x0a, at);
    const end = newline === -1 ? bytes.length : newline + 1;
    const line = bytes.subarray(at, end);
    lines.push({ bytes: line, key: keyOf(line) });
    at = end;
  }
  return lines;
}

/** One character per byte. */
function keyOf(line: Uint8Array): string {
  let key = '';
  for (let at = 0; at < line.length; at += 4096) key += String.fromCharCode(...line.subarray(at, at + 4096));
  return key;
}

class ByteWriter {
  readonly #parts: Uint8Array[] = [];

  text(text: string): void {
    this.#parts.push(new TextEncoder().encode(text));
  }

  lines(sign: ' ' | '-' | '+', lines: readonly Line[]): void {
    for (const { bytes } of lines) {
      this.text(sign);
      this.#parts.push(bytes);
      if (bytes.at(-1) !== 0x0a) this.text('\n\\ No newline at end of file\n');
    }
  }

  bytes(): Uint8Array {
    const bytes = new Uint8Array(this.#parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of this.#parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }
}
