import { unwritableCharacter } from '../text/encoding.ts';
import { toEol } from '../text/eol.ts';
import type { FilePath } from '../workspace/file-path.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Claim, type ClaimedEdit, type ClaimedFile, type Dispute, editedSource } from './claims.ts';

/**
 * Why what was accepted can't all be written. `claim` is the one later in the report, which gives way; `against` is the
 * other, or null where the file itself refuses.
 */
export interface Conflict {
  readonly path: FilePath;
  readonly claim: Claim;
  readonly against: Claim | null;
  readonly why: string; // a sentence for people
}

export function findConflicts(
  edits: readonly ClaimedEdit[],
  disputes: readonly Dispute[],
  files: readonly ClaimedFile[],
  workspace: Workspace,
): Conflict[] {
  const conflicts = [
    ...overlaps(edits),
    ...disputes.flatMap(({ path, claims, others }) => between(path, claims, others)),
    ...edits.flatMap((edit) => unwritable(edit, workspace)),
    ...files.flatMap((file, i) => taken(file, files.slice(0, i), workspace)),
  ];
  return [...conflicts].sort(byOrder);
}

/** `edits` are by path and position. */
function overlaps(edits: readonly ClaimedEdit[]): Conflict[] {
  const found: Conflict[] = [];
  let open: ClaimedEdit[] = [];
  for (const edit of edits) {
    open = open.filter((earlier) => earlier.path === edit.path && mayCollide(earlier, edit));
    for (const earlier of open)
      if (collide(earlier, edit)) found.push(...between(edit.path, earlier.claims, edit.claims));
    open.push(edit);
  }
  return found;
}

const mayCollide = (earlier: ClaimedEdit, edit: ClaimedEdit) => earlier.span.end >= edit.span.start;

/** Touching is fine, but two insertions at one offset have no order. `a` begins first. */
function collide(a: ClaimedEdit, b: ClaimedEdit): boolean {
  if (a.span.end > b.span.start) return true;
  return a.span.start === b.span.start && a.span.end === b.span.end;
}

function between(path: FilePath, some: readonly Claim[], others: readonly Claim[]): Conflict[] {
  return some.flatMap((a) =>
    others.map((b) => {
      const [against, claim] = a.order <= b.order ? [a, b] : [b, a];
      return { path, claim, against, why: `Both change the same place in ${path}.` };
    }),
  );
}

function unwritable(edit: ClaimedEdit, workspace: Workspace): Conflict[] {
  const { encoding, eol } = editedSource(edit.path, workspace);
  const character = unwritableCharacter(toEol(edit.newText, eol), encoding);
  if (character === undefined) return [];
  const why = `${edit.path} is encoded as ${encoding}, which has no character for “${character}”.`;
  return edit.claims.map((claim) => ({ path: edit.path, claim, against: null, why }));
}

/** A new file needs a name that no other has, whatever the case: most people unpack it on Windows. */
function taken(file: ClaimedFile, earlier: readonly ClaimedFile[], workspace: Workspace): Conflict[] {
  const { path, claims } = file;
  const wanted = path.toLowerCase();
  const isThere = [...workspace.files.keys()].some((known) => known.toLowerCase() === wanted);
  return [
    ...(isThere ? claims.map((claim) => ({ path, claim, against: null, why: `${path} is already there.` })) : []),
    ...earlier
      .filter((other) => other.path.toLowerCase() === wanted)
      .flatMap((other) => between(path, other.claims, claims)),
  ];
}

function byOrder(a: Conflict, b: Conflict): number {
  return a.claim.order - b.claim.order || (a.against?.order ?? -1) - (b.against?.order ?? -1);
}
