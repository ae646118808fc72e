import { isFamily } from '../../../../engine/facts/projects/family.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import type { Evidence, NonEmpty, Severity } from '../../../../engine/rules/finding.ts';
import { code, firstOf, listed } from './listed.ts';
import { isMixed, isOverridden, isStore, isUnused, type Stated } from './matches.ts';

/** What it would mean to leave it as it is. */
export function severityOf(match: Stated): Severity {
  if (match.raise.kind === 'floats-there' || isOverridden(match) || isUnused(match)) return 'advice';
  if (isMixed(match)) return 'breaks-run';
  if (match.level === '6.3') return 'advice';
  const isByHand = match.raise.kind !== 'raise' || !match.stated.place.isEditable;
  return isByHand ? 'breaks-run' : 'changes-behaviour';
}

export const titleOf = (match: Stated) => {
  const { ids, stated, raise } = match;
  const names = ids.length > 2 ? `${code(ids[0]!)} and ${ids.length - 1} more` : listed(ids.map(code));
  const verb = ids.length > 1 ? 'stand' : 'stands';
  if (isOverridden(match)) return `A version of ${names} that doesn't count`;
  if (stated.place.value === null || raise.kind === 'unreadable') return `The version of ${names} can't be raised here`;
  if (raise.kind === 'floats-there')
    return `${names} ${ids.length > 1 ? 'float' : 'floats'} to 6.3: \`${stated.place.value}\``;
  return `${names} ${verb} at ${stated.place.value}`;
};

export function messageOf(match: Stated, target: string): string {
  const { stated, raise, level } = match;
  const { place } = stated;
  const names = listed(match.ids.map(code));
  if (isOverridden(match))
    return `${code(place.text)} stands here for ${names}, but another line for the same package counts: this one has no effect.`;
  const sentences = [
    `${code(place.text)} is what ${names} ${match.ids.length > 1 ? 'get' : 'gets'} here${via(match)}.`,
  ];
  if (isUnused(match))
    sentences.push('No project in the archive takes its version from this line; it moves with the others.');
  if (raise.kind === 'floats-there')
    sentences.push(
      'It already takes a 6.3 whenever it is restored anew, so 6.3 may be running without anyone having decided it.',
    );
  else if (place.kind === 'computed')
    sentences.push('It is put together from other properties, so the change is yours to make.');
  else if (place.kind === 'missing') sentences.push('The property is not set in any file of the archive.');
  else if (raise.kind === 'unreadable') sentences.push(`Its form leaves no small change: it has to take ${target}.`);
  else if (!place.isEditable) sentences.push('Something splits its text, so the change is yours to make.');
  else if (level === '6.3') sentences.push(`It is a 6.3 below ${target}.`);
  else sentences.push(`This upgrade takes the family to ${target}.`);
  if (match.sharedWith.length > 0) sentences.push(sharedSentence(match));
  if (place.conditions.length > 0)
    sentences.push(
      `It counts only where ${listed(place.conditions.map(code))} holds, which the files alone don't tell.`,
    );
  if (isMixed(match))
    sentences.push(`Projects that belong together stand at ${listed(match.versionsAround.map(code))}.`);
  if (hasStoreAndCore(match)) sentences.push(halfMoved);
  return sentences.join(' ');
}

const via = ({ stated: { place } }: Stated) =>
  place.properties.length === 0 ? '' : `, through ${listed(place.properties.map((name) => code(`$(${name})`)))}`;

const sharedSentence = ({ stated, sharedWith }: Stated) =>
  stated.place.properties.length > 0
    ? `The same property serves ${firstOf(sharedWith)}: raising it would move them too.`
    : `The same item names ${firstOf(sharedWith)}: split it before you raise the family.`;

/** It matters to whoever raises or keeps one of the two alone. */
const hasStoreAndCore = ({ ids, familyAround }: Stated) =>
  (ids.some(isStore) && familyAround.some(isCore)) || (ids.some(isCore) && familyAround.some(isStore));

/** The core, or what brings it along. */
const isCore = (id: string) => /^duende\.identityserver(\.aspnetidentity)?$/i.test(id);

/** Of an edit of its packages alone, where the core moves. */
export const storeLeft = 'an older EntityFramework drops what clients have set for DPoP';

const halfMoved =
  'The family moves as one: a core newer than EntityFramework restores, compiles and starts, and then silently drops what clients have set for DPoP.';

/** First the text that says the version, then the items that lead to it. */
export function evidenceOf({ stated, ids }: Stated): NonEmpty<Evidence> {
  const { place, uses } = stated;
  const first = evidence(place.file.source, place.span, `says the version of ${listed(ids)}`);
  const items = uses
    .filter(({ id, place: from }) => isFamily(id) && from.item !== place.element)
    .map(({ id, place: from }) => evidence(from.itemFile.source, from.itemSpan, `takes it for ${id}`));
  const isNew = (one: Evidence, i: number) =>
    items.findIndex((other) => other.path === one.path && other.span.start === one.span.start) === i;
  return [first, ...items.filter(isNew)];
}
