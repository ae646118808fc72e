import type { LibraryTable } from '../../../../engine/csharp/nullability/library.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { parseVersion } from '../../../../engine/facts/nuget/version.ts';
import { solutionOf } from '../../../../engine/facts/projects/solution.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import type { FilePath } from '../../../../engine/workspace/file-path.ts';
import annotations from '../../nullability/identity-model.json' with { type: 'json' };
import { explainNull, fixNull, type NullMatch, nullMatches } from '../../nullability/null-findings.ts';
import { flowsThrough } from '../../nullability/product-flows.ts';

/** 6.3 brings IdentityModel 6.1.0, which says where null is allowed; 6.2 was content with 6.0.0, which doesn't. */
export default defineRule<NullMatch>({
  meta: {
    id: 'identity-model-annotated',
    step: 'breaking-changes',
    title: 'IdentityModel 6.1 comes along and says where null is possible',
    source: 'https://learn.microsoft.com/dotnet/csharp/language-reference/compiler-messages/nullable-warnings',
    covers: ['nullable/identity-model'],
    applies: { since: '6.3.0' },
    nullableNames: [
      ...Object.keys(annotations.types).map((name) => `${annotations.namespace}.${name}`),
      ...Object.keys(annotations.extensions).filter((name) => !name.startsWith('Create')),
    ],
  },

  detect({ facts }) {
    const flows = flowsThrough(annotations as unknown as LibraryTable, facts);
    return nullMatches(
      flows.filter(({ projects }) => projects.every((project) => isMoved(project, facts))),
      facts,
    );
  },

  explain: (match, { facts }) => explainNull(match, 'IdentityModel 6.1', facts),

  fix: (match, { facts }) => fixNull(match, facts),
});

/** Nothing that the project builds on asks for a version with annotations already. */
function isMoved(path: FilePath, { projects, workspace }: Facts): boolean {
  if (!projects.some((project) => project.path === path && project.product !== null)) return false;
  return solutionOf(workspace)
    .closure(path)
    .flatMap(({ evaluations }) => evaluations.flatMap(({ packages }) => packages.references))
    .filter(({ id }) => /^identitymodel(\.\w+)*$/i.test(id))
    .every(({ id, version }) => {
      const parsed = typeof version === 'string' && id.toLowerCase() === 'identitymodel' ? parseVersion(version) : null;
      return parsed !== null && parsed.numbers[0] === 6 && parsed.numbers[1] === 0;
    });
}
