import { parseVersion } from '../../../../engine/facts/nuget/version.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import type { FixDraft } from '../../../../engine/rules/finding.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import { replace } from '../../../../engine/workspace/change.ts';
import { listed } from '../package-version/listed.ts';
import { isOnlyInTheWay } from './followers.ts';
import { type Match, matchesIn } from './matches.ts';
import type { Shortfall } from './shortfall.ts';
import { isUnknown, messageOf, reasonOf, severityOf, titleOf, unique } from './words.ts';

/** 6.3 asks for newer versions of other packages than 6.2 did; restore refuses a project that states an older one. */
export default defineRule<Match>({
  meta: {
    id: 'package-floor-raised',
    step: 'packages',
    title: '6.3 needs newer versions of packages it builds on',
    source: 'https://learn.microsoft.com/nuget/reference/errors-and-warnings/nu1605',
    covers: [],
    applies: { since: '6.3.0' },
  },

  detect: matchesIn,

  explain(match, { target }) {
    const { stated, shortfalls } = match;
    const names = listed(unique(shortfalls.map(({ id }) => id)));
    const isOpen = stated.place.conditions.length > 0 || shortfalls.some(({ isSupposed }) => isSupposed);
    return {
      title: titleOf(match, target),
      message: messageOf(match, target),
      severity: severityOf(shortfalls),
      confidence: isUnknown(match) ? 'possible' : isOpen ? 'likely' : 'certain',
      projects: unique(shortfalls.map(({ project }) => project)).sort(),
      evidence: [
        evidence(
          stated.place.file.source,
          stated.place.span,
          isSilent(match) ? `names ${names}` : `says the version of ${names}`,
        ),
        ...itemsOf(match).map((place) =>
          evidence(place.itemFile.source, place.itemSpan, 'takes its version from there'),
        ),
      ],
      packageMove: {
        ids: unique(shortfalls.map(({ id }) => id)),
        before: stated.place.value ?? stated.place.text,
        after: match.raise.kind === 'raise' ? match.raise.text : null,
        reason: reasonOf(match),
      },
    };
  },

  fix: (match) => fixesFor(match),
});

const isSilent = ({ stated }: Match) => stated.place.text === '';

/** Items that lead to a property, where that is what states the version. */
const itemsOf = ({ shortfalls, stated }: Match) =>
  shortfalls
    .map(({ place }) => place)
    .filter((place) => place.item !== stated.place.element)
    .filter((place, i, all) => all.findIndex((other) => other.item === place.item) === i);

function fixesFor(match: Match): FixDraft[] {
  const { stated, raise, shortfalls, sharedWith } = match;
  if (raise.kind !== 'raise' || isUnknown(match)) return [];
  const { text } = raise;
  if (sharedWith.length > 0) return splitOff(match, text);
  if (!stated.place.isEditable) return [];
  const changes = [replace({ path: stated.place.file.path, span: stated.place.span }, text)];
  const title = isOnlyInTheWay(shortfalls) ? `Widen to ${text}` : `Raise to ${text}`;
  return [{ id: 'raise', title, changes, ...safetyOf(match) }];
}

/** Restore stops without it, so it is safe, unless nothing needs it yet or it takes a library to another major version. */
function safetyOf({ shortfalls, stated }: Match): { safety: 'safe' } | { safety: 'review'; caution: string } {
  if (shortfalls.every(({ isLater }) => isLater)) {
    const caution = 'It is only needed when the family is raised from the 6.3 where it stands.';
    return { safety: 'review', caution };
  }
  if (shortfalls.some((one) => crossesMajor(one))) {
    const caution = `Another token library of these projects is at a newer major version already, and ${stated.place.text} follows it: read what changed there.`;
    return { safety: 'review', caution };
  }
  return { safety: 'safe' };
}

const crossesMajor = ({ floor, wanted }: Shortfall) => majorOf(floor) !== majorOf(wanted);

const majorOf = (version: string) => parseVersion(version)?.numbers[0];

/** The property stays as it is for the others; the items that need more stop using it. */
function splitOff(match: Match, text: string): FixDraft[] {
  const items = itemsOf(match);
  if (items.length === 0 || items.some((place) => !isOneReference(place))) return [];
  const changes = items.map((place) => replace({ path: place.itemFile.path, span: place.itemSpan }, text));
  return [{ id: 'own-version', title: `Give it its own ${text}`, changes, ...safetyOf(match) }];
}

const isOneReference = ({ itemFile, itemSpan }: ReturnType<typeof itemsOf>[number]) =>
  /^\$\([^()]*\)$/.test(itemFile.source.text.slice(itemSpan.start, itemSpan.end));
