import type { Decisions } from '../decisions/decision.ts';
import { invariant } from '../errors.ts';
import type { Finding } from '../rules/finding.ts';
import { toEol } from '../text/eol.ts';
import { contains, type Span } from '../text/span.ts';
import type { Change, Insertion, Leftover, NewFile, TextEdit } from '../workspace/change.ts';
import type { FilePath } from '../workspace/file-path.ts';
import { type SourceFile, sourceOf, type Workspace } from '../workspace/workspace.ts';

/** Who asks for a change. `order` is the finding's place in the report. */
export interface Claim {
  readonly finding: string;
  readonly fix: string;
  readonly span: Span | null; // null: a whole file
  readonly order: number;
}

/** One replacement that one or more findings ask for, written with `\n`. */
export interface ClaimedEdit {
  readonly path: FilePath;
  readonly span: Span;
  readonly newText: string;
  readonly claims: readonly Claim[];
}

export interface ClaimedFile extends NewFile {
  readonly claims: readonly Claim[];
}

/** A key of a slot for which two fixes want different texts. */
export interface Dispute {
  readonly path: FilePath;
  readonly claims: readonly Claim[];
  readonly others: readonly Claim[];
}

type Claimed<T extends Change> = { readonly change: T; readonly claim: Claim };

/** The changes of accepted fixes, in the order of the report, whatever the order of acceptance. */
export function acceptedChanges(findings: readonly Finding[], decisions: Decisions): Claimed<Change>[] {
  return findings.flatMap((finding, order) => {
    const decision = decisions.get(finding.id);
    if (decision?.kind !== 'accept') return [];
    const fix = finding.fixes.find(({ id }) => id === decision.fix);
    invariant(fix, `${finding.id} has the fix ${decision.fix} that was accepted`);
    return fix.changes.map((change) => ({
      change,
      claim: { finding: finding.id, fix: fix.id, span: spanOf(change), order },
    }));
  });
}

function spanOf(change: Change): Span | null {
  if (change.kind === 'add') return null;
  return change.kind === 'insert' ? change.at : change.span;
}

/** Equal edits once, members of one slot merged, and what changes nothing dropped; by path and position. */
export function claimedEdits(
  changes: readonly Claimed<Change>[],
  workspace: Workspace,
): { edits: ClaimedEdit[]; disputes: Dispute[] } {
  const plain = changes.filter((c): c is Claimed<TextEdit> => c.change.kind === 'edit');
  const inserts = changes.filter((c): c is Claimed<Insertion> => c.change.kind === 'insert');
  const slots = groupBy(inserts, ({ change }) => slotKey(change)).map(mergeSlot);
  const asked = [
    ...plain.map(({ change, claim }) => ({ ...pick(change), claims: [claim] })),
    ...slots.map(({ edit }) => edit),
  ];
  const left = changes.filter((c): c is Claimed<Leftover> => c.change.kind === 'leftover');
  const unneeded = left
    .filter(({ change }) => isUnneeded(change, asked))
    .map(({ change: { path, span }, claim }) => ({ path, span, newText: '', claims: [claim] }));
  const edits = groupBy([...asked, ...unneeded], (edit) =>
    JSON.stringify([edit.path, edit.span.start, edit.span.end, edit.newText]),
  )
    .map((same) => ({ ...same[0], claims: uniqueClaims(same.flatMap(({ claims }) => claims)) }))
    .filter((edit) => !isNoOp(edit, workspace))
    .sort(byPlace);
  return { edits, disputes: slots.flatMap(({ disputes }) => disputes) };
}

/** Nothing that needed the line stays, and nothing new needs it. */
function isUnneeded({ path, uses, names }: Leftover, edits: readonly ClaimedEdit[]): boolean {
  const here = edits.filter((edit) => edit.path === path);
  const named = new RegExp(`\\b(${names.join('|')})\\b`);
  return (
    !here.some(({ newText }) => named.test(newText)) &&
    uses.every((use) => here.some(({ span }) => contains(span, use)))
  );
}

/** Equal files once. */
export function claimedFiles(changes: readonly Claimed<Change>[]): ClaimedFile[] {
  const files = changes.filter((c): c is Claimed<NewFile> => c.change.kind === 'add');
  return groupBy(files, ({ change }) => JSON.stringify([change.path, change.text, change.like]))
    .map((same) => ({ ...same[0].change, claims: uniqueClaims(same.map(({ claim }) => claim)) }))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** The text file that an edit is for. Rules see the text of no other. */
export function editedSource(path: FilePath, workspace: Workspace): SourceFile {
  const file = workspace.files.get(path);
  const source = file && sourceOf(file);
  invariant(source?.kind === 'text', `${path} is a text file of the workspace`);
  return source;
}

const pick = ({ path, span, newText }: TextEdit) => ({ path, span, newText });

function slotKey({ path, slot, at, open, close }: Insertion): string {
  return JSON.stringify([path, slot, at.start, at.end, open, close]);
}

function mergeSlot(members: NonEmptyArray<Claimed<Insertion>>): { edit: ClaimedEdit; disputes: Dispute[] } {
  const { path, at, open, close } = members[0].change;
  const byKey = groupBy(members, ({ change }) => change.key).sort(([a], [b]) => compare(a.change.key, b.change.key));
  const texts = byKey.map((same) => same[0].change.text);
  return {
    edit: {
      path,
      span: at,
      newText: [open, ...texts, close].join(''),
      claims: uniqueClaims(members.map(({ claim }) => claim)),
    },
    disputes: byKey.flatMap((same) => disputesAmong(path, same)),
  };
}

function disputesAmong(path: FilePath, same: NonEmptyArray<Claimed<Insertion>>): Dispute[] {
  const [wanted, ...others] = groupBy(same, ({ change }) => change.text).map((group) =>
    group.map(({ claim }) => claim),
  );
  return others.map((claims) => ({ path, claims: wanted ?? [], others: claims }));
}

function isNoOp({ path, span, newText }: ClaimedEdit, workspace: Workspace): boolean {
  const { text, eol } = editedSource(path, workspace);
  return text.slice(span.start, span.end) === toEol(newText, eol);
}

function uniqueClaims(claims: readonly Claim[]): Claim[] {
  return groupBy(claims, ({ finding, fix }) => JSON.stringify([finding, fix]))
    .map(([first]) => first)
    .sort((a, b) => a.order - b.order);
}

function byPlace(a: ClaimedEdit, b: ClaimedEdit): number {
  return (
    compare(a.path, b.path) || a.span.start - b.span.start || a.span.end - b.span.end || compare(a.newText, b.newText)
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

type NonEmptyArray<T> = [T, ...T[]];

/** In order of first appearance. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): NonEmptyArray<T>[] {
  const groups = new Map<string, NonEmptyArray<T>>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}
