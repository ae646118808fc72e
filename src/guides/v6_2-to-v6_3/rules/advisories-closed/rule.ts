import { compareTexts, parseVersion } from '../../../../engine/facts/nuget/version.ts';
import { idsOf, type StatedVersion } from '../../../../engine/facts/projects/stated-versions.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import { evidenceAt, familyPlaces } from '../package-version/family-places.ts';
import { code, listed } from '../package-version/listed.ts';
import { published } from '../package-version/published.ts';
import { minorOf } from '../package-version/standing.ts';

interface Match {
  readonly places: readonly StatedVersion[];
  readonly closed: readonly string[];
  readonly open: readonly string[];
  readonly reopened: readonly string[]; // fixed in the version here, not in the target
}

/** The first patch of each minor without the open redirect. */
const redirectFixed: Readonly<Record<string, string>> = {
  '6.0': '6.0.5',
  '6.1': '6.1.8',
  '6.2': '6.2.5',
  '6.3': '6.3.10',
};
const redirect = 'CVE-2024-39694 (an open redirect through the return URL)';
const tokens =
  'CVE-2024-21319 (denial of service in the Microsoft.IdentityModel libraries that come along; audit shows NU1902)';
const mapper =
  'CVE-2026-32933 (uncontrolled recursion in AutoMapper: EntityFramework asks for version 12 in 6.2 and 6.3 alike, so an audit that warns with NU1903 goes on warning)';

/** Which known holes the move closes, and which stay: once for the whole solution. */
export default defineRule<Match>({
  meta: {
    id: 'advisories-closed',
    step: 'packages',
    title: 'Known security advisories, before and after',
    source: 'https://github.com/advisories/GHSA-ff4q-64jc-gx98',
    covers: [],
    applies: { since: '6.3.0' },
  },

  detect({ facts, target }) {
    const places = familyPlaces(facts);
    if (places.length === 0) return [];
    const versions = places.flatMap(({ place }) => lowestOf(place.value ?? ''));
    const affected = [
      { name: redirect, now: versions.some(hasRedirect), later: hasRedirect(target) },
      { name: tokens, now: versions.some(hasOldTokens), later: hasOldTokens(target) },
      ...(places.some((one) => idsOf(one).some((id) => /EntityFramework/i.test(id)))
        ? [{ name: mapper, now: true, later: true }]
        : []),
    ];
    const closed = affected.filter(({ now, later }) => now && !later).map(({ name }) => name);
    const open = affected.filter(({ now, later }) => now && later).map(({ name }) => name);
    const reopened = affected.filter(({ now, later }) => !now && later).map(({ name }) => name);
    return closed.length + open.length + reopened.length > 0 ? [{ places, closed, open, reopened }] : [];
  },

  explain: ({ places, closed, open, reopened }, { target }) => ({
    title: titleOf(closed.length, open.length, reopened.length, target),
    message: [
      ...(closed.length > 0 ? [`Going to ${code(target)} closes ${listed(closed)}.`] : []),
      ...(reopened.length > 0
        ? [`The version here is free of ${listed(reopened)}, and ${code(target)} is not: it opens again.`]
        : []),
      ...(open.length > 0 ? [`At ${code(target)} these stay: ${listed(open)}.`] : []),
    ].join(' '),
    severity: 'advice',
    confidence: 'likely',
    projects: [],
    evidence: evidenceAt(places, 'the version that is affected or not')!,
  }),
});

function titleOf(closed: number, open: number, reopened: number, target: string): string {
  const parts = [
    ...(closed > 0 ? [`${closed} closed`] : []),
    ...(open > 0 ? [`${open} left open`] : []),
    ...(reopened > 0 ? [`${reopened} opened again`] : []),
  ];
  return `Security advisories at ${target}: ${parts.join(', ')}`;
}

/** The number at the front of a version or range; a floating one counts as the newest it takes. */
function lowestOf(text: string): string[] {
  const floating = /^(\d+\.\d+)\.\*/.exec(text.trim())?.[1];
  if (floating) return published.filter((version) => minorOf(version) === floating).slice(-1);
  const version = /\d+(?:\.\d+)*/.exec(text)?.[0];
  return version !== undefined && parseVersion(version) ? [version] : [];
}

function hasRedirect(version: string): boolean {
  const fixed = redirectFixed[minorOf(version)];
  return fixed !== undefined && compareTexts(version, fixed) < 0;
}

const hasOldTokens = (version: string) => compareTexts(version, '6.3.9') < 0;
