import { solutionOf } from '../../../../engine/facts/projects/solution.ts';
import {
  idsOf,
  projectsOf,
  type StatedVersion,
  statedVersions,
} from '../../../../engine/facts/projects/stated-versions.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import { evidenceAt, reachedProjects } from '../package-version/family-places.ts';
import { code, listed } from '../package-version/listed.ts';

interface Match {
  readonly ids: readonly string[];
  readonly places: readonly StatedVersion[];
}

/** Built on the core's own types, most of them for one minor. */
const bound = [
  /^Rsk\./i,
  /^Skoruba\.(?!AuditLogging)/i,
  /^IdentityServer\.(?:.+\.)?Contrib\b/i,
  /^Duende\.IdentityServer\.Contrib\b/i,
  /^Duende\.IdentityServer\.Admin\b/i,
  /^(?:Duende\.)?IdentityServer.*\bTestServer\b/i,
];

/** Code that was compiled against 6.2 meets changed constructors of 6.3 only when it runs. */
export default defineRule<Match>({
  meta: {
    id: 'package-bound-to-6-2',
    step: 'packages',
    title: 'Packages by others are built for one minor',
    source: '#step-1-update-nuget-package',
    covers: [],
    applies: { since: '6.3.0' },
  },

  detect({ facts }) {
    const reached = new Set(reachedProjects(facts).map(({ path }) => path));
    const places = statedVersions(solutionOf(facts.workspace)).filter(
      (one) => idsOf(one).some(isBound) && projectsOf(one).some((path) => reached.has(path)),
    );
    const ids = [...new Set(places.flatMap(idsOf).filter(isBound))].sort();
    return ids.length === 0 ? [] : [{ ids, places: places.toSorted(byPlace) }];
  },

  explain: ({ ids, places }) => ({
    title: `${ids.length > 2 ? `${ids.length} packages` : listed(ids.map(code))} by others may be built for 6.2`,
    message: `${listed(ids.map(code))} ${ids.length > 1 ? 'work' : 'works'} on the inside of IdentityServer. A build for 6.2 restores and compiles beside 6.3, and fails with a \`MissingMethodException\` where it calls a constructor or a method that changed. See whether there is a build for 6.3 before you deploy.`,
    severity: 'advice',
    confidence: 'possible',
    projects: [...new Set(places.flatMap(projectsOf))].sort(),
    evidence: evidenceAt(places, 'says its version')!,
  }),
});

const isBound = (id: string) => bound.some((pattern) => pattern.test(id));

const byPlace = ({ place: a }: StatedVersion, { place: b }: StatedVersion) =>
  a.file.path === b.file.path ? a.span.start - b.span.start : a.file.path < b.file.path ? -1 : 1;
