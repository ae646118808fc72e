import type { StatedVersion } from '../../../../engine/facts/projects/stated-versions.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import { evidenceAt, familyPlaces, reachedProjects } from '../package-version/family-places.ts';
import { code, listed } from '../package-version/listed.ts';

interface Match {
  readonly places: readonly StatedVersion[];
  readonly frameworks: readonly string[]; // of the projects the family reaches
}

/** Said once, because it belongs to the picture; it changes nothing about this upgrade. */
export default defineRule<Match>({
  meta: {
    id: 'support-ended',
    step: 'packages',
    title: 'The 6.x line and its target frameworks are out of support',
    source: 'https://dotnet.microsoft.com/platform/support/policy/dotnet-core',
    covers: [],
    applies: { since: '6.3.0' },
  },

  detect({ facts }) {
    const places = familyPlaces(facts);
    const frameworks = reachedProjects(facts).flatMap(({ targetFrameworks }) => targetFrameworks);
    return places.length === 0 ? [] : [{ places: places.slice(0, 1), frameworks: [...new Set(frameworks)].sort() }];
  },

  explain: ({ places, frameworks }, { target }) => ({
    title: 'The 6.x line is out of support',
    message: `IdentityServer 6.x has been without support since 14 May 2024, ${target} included, and so have the frameworks it is made for, net6.0 (since 12 November 2024) and net7.0 (since 14 May 2024). ${frameworksHere(frameworks)}The upgrade works all the same; later fixes will not come to 6.3.`,
    severity: 'advice',
    confidence: 'certain',
    projects: [],
    evidence: evidenceAt(places, 'a 6.x')!,
  }),
});

const frameworksHere = (frameworks: readonly string[]) =>
  frameworks.length === 0 ? '' : `The projects it reaches here target ${listed(frameworks.map(code))}. `;
