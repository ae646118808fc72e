import { evidence } from '../../../../engine/rules/evidence.ts';
import type { FixDraft, Severity } from '../../../../engine/rules/finding.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import { replace } from '../../../../engine/workspace/change.ts';
import { code, listed } from '../package-version/words.ts';
import { type Match, matchesIn, type Shortfall } from './matches.ts';

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
    const { stated, shortfalls, wanted } = match;
    const ids = unique(shortfalls.map(({ id }) => id));
    const names = listed(ids.map(code));
    const need = wanted === null ? 'more than one version' : wanted;
    return {
      title: `${names} ${stated.place.value} ${ids.length > 1 ? 'are' : 'is'} below what ${target} needs: ${need}`,
      message: messageOf(match, names, target),
      severity: severityOf(shortfalls),
      confidence: stated.place.conditions.length > 0 ? 'likely' : 'certain',
      projects: unique(shortfalls.map(({ project }) => project)).sort(),
      evidence: [
        evidence(stated.place.file.source, stated.place.span, `says the version of ${listed(ids)}`),
        ...itemsOf(match).map((place) =>
          evidence(place.itemFile.source, place.itemSpan, 'takes its version from there'),
        ),
      ],
    };
  },

  fix: (match) => fixesFor(match),
});

const unique = <T>(items: readonly T[]) => [...new Set(items)];

function severityOf(shortfalls: readonly Shortfall[]): Severity {
  if (shortfalls.every(({ isLater }) => isLater)) return 'advice';
  const isRefused = shortfalls.some(
    ({ code, isSuppressed }) => code !== 'mixed' && !(code === 'NU1605' && isSuppressed),
  );
  return isRefused ? 'breaks-build' : 'breaks-run';
}

function messageOf({ shortfalls, wanted, sharedWith, stated, raise }: Match, names: string, target: string): string {
  const [first] = shortfalls as [Shortfall];
  const isMixed = shortfalls.every(({ code }) => code === 'mixed');
  const asks = isMixed ? `brings token libraries of` : `asks for ${names}`;
  const where = `${code(first.project)} gets ${code(first.family)}${through(first)}, which at ${target} ${asks} ${floorsOf(shortfalls)} or newer.`;
  const sentences = [where, consequence(shortfalls)];
  if (shortfalls.some(({ floor, wanted }) => wanted !== floor))
    sentences.push(`Another token library stands at ${wanted} here already, so all of them go there.`);
  const others = unique(shortfalls.map(({ project }) => project)).length - 1;
  if (others > 0) sentences.push(`${others} more ${others === 1 ? 'project gets' : 'projects get'} it from here too.`);
  if (wanted === null)
    sentences.push('No one version fits all these frameworks: state one for each, under a condition.');
  else if (raise.kind !== 'raise' || !stated.place.isEditable)
    sentences.push('How it is stated leaves no small edit: the change is yours to make.');
  if (sharedWith.length > 0)
    sentences.push(
      `What states it also serves ${listed(sharedWith)}, for which that version need not exist, so it gets its own.`,
    );
  if (stated.place.conditions.length > 0)
    sentences.push(
      `It counts only where ${listed(stated.place.conditions.map(code))} holds, which the files alone don't tell.`,
    );
  if (shortfalls.every(({ isLater }) => isLater))
    sentences.push(`That holds once the family itself is raised to ${target}.`);
  return sentences.join(' ');
}

const through = ({ path }: Shortfall) => (path.length > 1 ? ` through ${code(path.at(-1)!)}` : '');

const floorsOf = (shortfalls: readonly Shortfall[]) =>
  listed(unique(shortfalls.map(({ floor, framework }) => `${floor}${framework ? ` on ${framework}` : ''}`)));

function consequence(shortfalls: readonly Shortfall[]): string {
  const codes = unique(shortfalls.map(({ code }) => code));
  if (codes.includes('NU1107'))
    return 'The upper bound of the range rules that out, and restore stops with NU1107 where both meet.';
  if (codes.includes('NU1109'))
    return 'Central versions are pinned for what comes along too, so restore stops with NU1109.';
  if (codes.includes('NU1605'))
    return shortfalls.every(({ isSuppressed }) => isSuppressed)
      ? 'NU1605 is switched off here: restore passes, and the older library is loaded by code that was built for the newer one.'
      : 'Restore stops with NU1605, a downgrade.';
  return 'Restore says nothing, but the token libraries are built for each other: a mixture of versions fails at run time.';
}

/** Items that lead to a property, where that is what states the version. */
const itemsOf = ({ shortfalls, stated }: Match) =>
  shortfalls
    .map(({ place }) => place)
    .filter((place) => place.item !== stated.place.element)
    .filter((place, i, all) => all.findIndex((other) => other.item === place.item) === i);

function fixesFor(match: Match): FixDraft[] {
  const { stated, raise, shortfalls, sharedWith } = match;
  if (raise.kind !== 'raise') return [];
  const { text } = raise;
  if (sharedWith.length > 0) return splitOff(match, text);
  if (!stated.place.isEditable) return [];
  const changes = [replace({ path: stated.place.file.path, span: stated.place.span }, text)];
  const fix = { id: 'raise', title: `Raise to ${text}`, changes };
  const caution = cautionFor(shortfalls);
  return [caution === null ? { ...fix, safety: 'safe' } : { ...fix, safety: 'review', caution }];
}

function cautionFor(shortfalls: readonly Shortfall[]): string | null {
  if (shortfalls.every(({ isLater }) => isLater))
    return 'It is only needed when the family is raised from the 6.3 where it stands.';
  if (shortfalls.some(({ floor, wanted }) => wanted !== floor))
    return 'That is the newest token library these projects get, above what 6.3 needs: the others follow it so that they fit.';
  return null;
}

/** The property stays as it is for the others; the items that need more stop using it. */
function splitOff(match: Match, text: string): FixDraft[] {
  const items = itemsOf(match);
  if (items.length === 0 || items.some((place) => !isOneReference(place))) return [];
  const changes = items.map((place) => replace({ path: place.itemFile.path, span: place.itemSpan }, text));
  const caution = `The property stays for ${listed(match.sharedWith)}. Look whether they belong together.`;
  return [{ id: 'own-version', title: `Give it its own ${text}`, changes, safety: 'review', caution }];
}

const isOneReference = ({ itemFile, itemSpan }: ReturnType<typeof itemsOf>[number]) =>
  /^\$\([^()]*\)$/.test(itemFile.source.text.slice(itemSpan.start, itemSpan.end));
