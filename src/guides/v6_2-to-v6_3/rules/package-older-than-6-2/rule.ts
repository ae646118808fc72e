import { isFamily } from '../../../../engine/facts/projects/family.ts';
import { solutionOf } from '../../../../engine/facts/projects/solution.ts';
import {
  idsOf,
  projectsOf,
  type StatedVersion,
  statedVersions,
} from '../../../../engine/facts/projects/stated-versions.ts';
import { compareNumbers } from '../../../../engine/facts/version-level.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import type { Evidence, NonEmpty } from '../../../../engine/rules/finding.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import { minorOf } from '../package-version/standing.ts';

/** Everything that stands at one minor before 6.2. */
interface Match {
  readonly minor: string;
  readonly stated: NonEmpty<StatedVersion>;
}

const guides: Readonly<Record<string, string>> = {
  '6.0':
    'The guides from 6.0 to 6.1 and from 6.1 to 6.2 come before this one. 6.1 changed the database schema on its own account (a table for server-side sessions, a column on clients), so a database that is only given the columns of 6.3 is still short of those.',
  '6.1': 'The guide from 6.1 to 6.2 comes before this one: what it says has to be done as well.',
};

/** The packages can jump several minors at once; what their guides ask for can't be skipped. */
export default defineRule<Match>({
  meta: {
    id: 'package-older-than-6-2',
    step: 'packages',
    title: 'The upgrade starts below 6.2',
    source: 'https://docs.duendesoftware.com/identityserver/upgrades/',
    covers: [],
    applies: { since: '6.3.0' },
  },

  detect({ facts }) {
    const old = statedVersions(solutionOf(facts.workspace)).filter(isOld);
    const minors = [...new Set(old.map(minorFrom))].toSorted(compareNumbers);
    return minors.map((minor) => ({ minor, stated: old.filter((one) => minorFrom(one) === minor) as [StatedVersion] }));
  },

  explain({ minor, stated }) {
    const isBefore6 = !(minor in guides);
    const rest = isBefore6
      ? `This upgrade starts at 6.2 and leaves it as it is. Go to 6.0 first, with the vendor's guides from ${minor} on.`
      : `The edits take it to 6.3 in one go, and they are not all that is needed. ${guides[minor]}`;
    return {
      title: `This is ${minor}: ${isBefore6 ? 'it has to get to 6.0 first' : 'the guides in between count too'}`,
      message: `Packages of the family stand at ${minor} here. ${rest}`,
      severity: isBefore6 ? 'advice' : 'breaks-run',
      confidence: stated.some(({ place }) => place.conditions.length === 0) ? 'certain' : 'likely',
      projects: [...new Set(stated.flatMap(projectsOf))].sort(),
      evidence: stated.map(({ place }) =>
        evidence(place.file.source, place.span, `stands at ${place.value}`),
      ) as unknown as NonEmpty<Evidence>,
    };
  },
});

const isOld = (one: StatedVersion) =>
  idsOf(one).some(isFamily) &&
  one.uses.some(({ how }) => how !== 'overridden') &&
  /\d/.test(one.place.value ?? '') &&
  !/^\W*\d+\.\*/.test(one.place.value ?? '') &&
  compareNumbers(one.place.value ?? '', '6.2') < 0;

const minorFrom = ({ place }: StatedVersion) => minorOf(place.value ?? '');
