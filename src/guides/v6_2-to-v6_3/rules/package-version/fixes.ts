import { isFamily } from '../../../../engine/facts/projects/family.ts';
import type { VersionPlace } from '../../../../engine/facts/projects/packages.ts';
import type { VersionUse } from '../../../../engine/facts/projects/stated-versions.ts';
import { attributeOf } from '../../../../engine/facts/projects/xml.ts';
import type { DraftRequirement, FixDraft } from '../../../../engine/rules/finding.ts';
import { replace, type TextEdit } from '../../../../engine/workspace/change.ts';
import { code, firstOf, listed } from './listed.ts';
import { isOverridden, isStore, isUnused, type Match, type Stated } from './matches.ts';
import { isLeftBehind } from './standing.ts';

/** The property that a split off version gets; taken only where the file doesn't know it yet. */
const ownProperty = 'DuendeIdentityServerVersion';

/** A core that moves takes the stores along, where those don't move by themselves: alone it would lose data without a word. */
export function fixesFor(match: Stated, target: string): FixDraft[] {
  const fixes = ownFixes(match, target);
  if (match.ids.every(isStore)) return fixes;
  const stores = match.beside().filter((other) => other !== match && isStoreToMove(other));
  const held = stores.map((store) => ({
    store,
    fix: store.kind === 'stated' ? ownFixes(store, target)[0] : undefined,
  }));
  return fixes.map((fix) => ({ ...withStores(fix, held), requires: held.flatMap(requirementOf) }));
}

const isStoreToMove = (match: Match) =>
  match.kind === 'stated'
    ? match.ids.some(isStore) && match.raise.kind !== 'floats-there' && !isOverridden(match) && !isUnused(match)
    : match.kind === 'no-version' && isStore(match.id);

interface Held {
  readonly store: Match;
  readonly fix: FixDraft | undefined;
}

function requirementOf({ store, fix }: Held): DraftRequirement[] {
  if (store.kind !== 'stated' || fix === undefined || fix.safety === 'safe') return [];
  const { file, span } = store.stated.place;
  return [{ rule: 'package-version', at: { path: file.path, span }, fix: fix.id }];
}

function withStores(fix: FixDraft, held: readonly Held[]): FixDraft {
  const byHand = held.filter((one) => one.fix === undefined).map(({ store }) => store);
  if (byHand.length === 0 || fix.safety === 'review') return fix;
  const names = [...new Set(byHand.flatMap((one) => (one.kind === 'stated' ? one.ids : [one.id])).filter(isStore))];
  const caution = `${listed(names.map(code))} must move along, and that version is yours to raise: with a newer core alone, what clients have set for DPoP is dropped without a word.`;
  return { ...fix, safety: 'review', caution };
}

function ownFixes(match: Stated, target: string): FixDraft[] {
  const { place } = match.stated;
  if (match.raise.kind !== 'raise' || isOverridden(match)) return [];
  if (match.sharedWith.length > 0) return splitFixes(match, match.raise.text, target);
  if (!place.isEditable) return [];
  const edit = replace({ path: place.file.path, span: place.span }, match.raise.text);
  return [{ id: 'raise', title: `Raise to ${match.raise.text}`, changes: [edit], ...safetyOf(match) }];
}

/** At 6.3 already, a raise is a choice, unless something around still has to come up to it. */
function safetyOf({ level, versionsAround }: Stated): { safety: 'safe' } | { safety: 'review'; caution: string } {
  if (level !== '6.3' || isLeftBehind(versionsAround)) return { safety: 'safe' };
  return {
    safety: 'review',
    caution:
      'It is a 6.3 already. Read what the later patches change, the raised floors of 6.3.9 above all, before you take it.',
  };
}

/** The property serves other packages too: the family's items stop using it. */
function splitFixes(match: Stated, text: string, target: string): FixDraft[] {
  const { place } = match.stated;
  const items = match.stated.uses.filter(({ id, place }) => isFamily(id) && isSplittable(place));
  if (place.properties.length === 0 || items.length === 0) return [];
  const caution = `The property also serves ${firstOf(match.sharedWith)}; they keep their version. Look whether they belong together.`;
  const literal = { id: 'own-version', title: `Give the family its own ${text}`, changes: rewrite(items, text) };
  const fixes: FixDraft[] = [{ ...literal, safety: 'review', caution }];
  if (!canTakeProperty(place)) return fixes;
  const added = addProperty(place, `<${ownProperty}>${text}</${ownProperty}>`);
  const changes = [added, ...rewrite(items, `$(${ownProperty})`)];
  const title = `Give the family its own property, at ${target}`;
  return [...fixes, { id: 'own-property', title, changes, safety: 'review', caution }];
}

const isSplittable = (place: VersionPlace) =>
  /^\$\([^()]*\)$/.test(place.itemFile.source.text.slice(place.itemSpan.start, place.itemSpan.end));

const rewrite = (uses: readonly VersionUse[], text: string): TextEdit[] => {
  const edits = uses.map(({ place }) => replace({ path: place.itemFile.path, span: place.itemSpan }, text));
  return edits.filter(
    (edit, i) => edits.findIndex((e) => e.path === edit.path && e.span.start === edit.span.start) === i,
  );
};

const canTakeProperty = ({ kind, element, conditions, file }: VersionPlace) =>
  kind === 'property' &&
  conditions.length === 0 &&
  attributeOf(element, 'Condition') === null &&
  !file.source.text.includes(ownProperty);

function addProperty({ file, element }: VersionPlace, property: string): TextEdit {
  const before = file.source.text.slice(0, element.span.start);
  const indent = /[ \t]*$/.exec(before)?.[0] ?? '';
  const at = { start: element.span.end, end: element.span.end };
  return replace({ path: file.path, span: at }, `\n${indent}${property}`);
}
