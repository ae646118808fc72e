import { isFamily } from '../../../../engine/facts/projects/family.ts';
import type { VersionPlace } from '../../../../engine/facts/projects/packages.ts';
import type { VersionUse } from '../../../../engine/facts/projects/stated-versions.ts';
import { attributeOf } from '../../../../engine/facts/projects/xml.ts';
import type { FixDraft } from '../../../../engine/rules/finding.ts';
import { replace, type TextEdit } from '../../../../engine/workspace/change.ts';
import type { Stated } from './matches.ts';

/** The property that a split off version gets; taken only where the file doesn't know it yet. */
const ownProperty = 'DuendeIdentityServerVersion';

export function fixesFor(match: Stated, target: string): FixDraft[] {
  const { place } = match.stated;
  if (match.raise.kind !== 'raise' || isOverridden(match)) return [];
  if (match.sharedWith.length > 0) return splitFixes(match, match.raise.text, target);
  if (!place.isEditable) return [];
  const edit = replace({ path: place.file.path, span: place.span }, match.raise.text);
  return [{ id: 'raise', title: `Raise to ${match.raise.text}`, changes: [edit], ...safetyOf(match) }];
}

/** Another line sets the version again: changing this one would change nothing. */
export const isOverridden = ({ stated }: Stated) => stated.uses.every(({ how }) => how === 'overridden');

/** At 6.3 already, a raise is a choice, unless something around still has to come up to it. */
function safetyOf({ level, versionsAround }: Stated): { safety: 'safe' } | { safety: 'review'; caution: string } {
  const isLeftBehind = versionsAround.some((version) => /^[^\d]*6\.[0-2](?!\d)/.test(version));
  if (level !== '6.3' || isLeftBehind) return { safety: 'safe' };
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
  const caution = `The property also serves ${match.sharedWith.join(', ')}; they keep their version. Look whether they belong together.`;
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
