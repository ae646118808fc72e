import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { invariant } from '../errors.ts';
import { applyEdits } from '../text/edits.ts';
import { bomOf, encode, encodeText } from '../text/encoding.ts';
import { toEol } from '../text/eol.ts';
import { byPath, type FilePath } from '../workspace/file-path.ts';
import type { AddedFile, ByteEdit, EditedFile, PatchedFile } from '../workspace/patched-file.ts';
import { type SourceFile, sourceOf, type Workspace } from '../workspace/workspace.ts';
import { editedSource } from './claims.ts';
import type { PlannedEdit, PlannedFile, ReadyPlan } from './plan-patch.ts';

/** The changed files, by path. */
export function applyPatch(workspace: Workspace, plan: ReadyPlan): PatchedFile[] {
  const edited = [...plan.edits].map(([path, edits]) => editFile(editedSource(path, workspace), edits));
  const added = plan.added.map((file) => addFile(file, workspace));
  return [...edited, ...added].sort(byPath);
}

function editFile(source: SourceFile, planned: readonly PlannedEdit[]): EditedFile {
  const { path, text, encoding, bom, eol } = source;
  const edits = planned.map((edit) => ({ ...edit, newText: toEol(edit.newText, eol) }));
  const bytes = encode(applyEdits(text, edits), encoding, bom);
  invariant(bytes, `what is written into ${path} can be encoded`);
  return {
    kind: 'edit',
    path,
    before: source.bytes,
    bytes,
    encoding,
    bom,
    findings: [...new Set(edits.flatMap(({ findings }) => findings))],
    edits: byteEdits(source, edits),
  };
}

function byteEdits({ text, encoding, bom }: SourceFile, edits: readonly PlannedEdit[]): ByteEdit[] {
  let offset = bom ? bomOf(encoding).length : 0;
  let at = 0;
  const advanceTo = (position: number) => {
    const skipped = encodeText(text.slice(at, position), encoding);
    invariant(skipped, 'an edit does not split a character');
    at = position;
    offset += skipped.length;
    return offset;
  };
  return edits.map(({ span, newText, findings }) => ({
    start: advanceTo(span.start),
    end: advanceTo(span.end),
    newText,
    findings,
  }));
}

/** In the manner of its sibling; UTF-8 with a BOM where the sibling's encoding lacks a character. */
function addFile({ path, text, like, findings }: PlannedFile, workspace: Workspace): AddedFile {
  const sibling = like && workspace.files.get(like);
  const manner = mannerOf(like, workspace);
  const written = toEol(text, manner.eol);
  const own = encode(written, manner.encoding, manner.bom);
  const bytes = own ?? encode(written, 'utf-8', true);
  invariant(bytes, `what is written into ${path} can be encoded`);
  return {
    kind: 'add',
    path,
    bytes,
    encoding: own ? manner.encoding : 'utf-8',
    bom: own ? manner.bom : true,
    findings,
    sha256: bytesToHex(sha256(bytes)),
    like: sibling?.path ?? null,
    isExecutable: sibling?.isExecutable ?? false,
  };
}

function mannerOf(like: FilePath | undefined, workspace: Workspace): Pick<SourceFile, 'encoding' | 'bom' | 'eol'> {
  const file = like && workspace.files.get(like);
  const source = file && sourceOf(file);
  return source?.kind === 'text' ? source : { encoding: 'utf-8', bom: false, eol: '\n' };
}
