import type { Facts } from '../../../../engine/facts/facts.ts';
import { compareTexts } from '../../../../engine/facts/nuget/version.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import type { Evidence, NonEmpty } from '../../../../engine/rules/finding.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import type { Span } from '../../../../engine/text/span.ts';
import type { SourceFile } from '../../../../engine/workspace/workspace.ts';
import { reachedProjects } from '../package-version/family-places.ts';
import { spansOf, textFiles } from '../package-version/text-files.ts';

interface Match {
  readonly kind: 'mention' | 'tool';
  readonly source: SourceFile;
  readonly spans: NonEmpty<Span>;
  readonly runtime: string; // of a tool: the EF version the solution runs on
}

/** Scripts and documents that name a version are read by people and pipelines; they are shown, never edited. */
export default defineRule<Match>({
  meta: {
    id: 'version-mentioned',
    step: 'packages',
    title: 'Other files name the versions of before',
    source: '#step-1-update-nuget-package',
    covers: [],
    applies: { since: '6.3.0' },
  },

  detect({ facts }) {
    const mentions = textFiles(facts.workspace, isProse).flatMap((source): Match[] => {
      const [first, ...rest] = spansOf(source.text, mention);
      return first ? [{ kind: 'mention', source, spans: [first, ...rest], runtime: '' }] : [];
    });
    return [...mentions, ...olderTools(facts)];
  },

  explain: ({ kind, source, spans, runtime }) => ({
    title:
      kind === 'mention' ? `${source.path} names a version before 6.3` : `dotnet-ef is older than EF Core ${runtime}`,
    message:
      kind === 'mention'
        ? 'It names IdentityServer together with a version from 6.0 to 6.2. No project takes its version from here, so it is left as it is: bring it up to date where it describes, installs or checks what runs.'
        : `The projects here run on EF Core ${runtime}. A tool of an older version may refuse to add or apply the migration of the next step: update it with \`dotnet tool update dotnet-ef\`.`,
    severity: 'advice',
    confidence: kind === 'mention' ? 'possible' : 'likely',
    projects: [],
    evidence: spans.map((span) =>
      evidence(source, span, kind === 'mention' ? 'names a version' : 'says the version of the tool'),
    ) as unknown as NonEmpty<Evidence>,
  }),
});

const isProse = (path: string) =>
  /\.(md|markdown|txt|adoc|ya?ml|ps1|sh|cmd|bat|cake)$|(^|\/)(Dockerfile[^/]*|[^/]*\.Dockerfile|Makefile|Jenkinsfile)$/i.test(
    path,
  ) && !/(^|\/)(change_?log|history|releases?(notes)?)[^/]*$/i.test(path);

/** On one line, the name first or the version first, with nothing but words between. */
const mention =
  /Duende[. ]?IdentityServer[\w.]*[^\n\d]{0,30}\b6\.[0-2](?:\.\d+)?\b(?!\.\d)|\b6\.[0-2](?:\.\d+)?\b(?!\.\d)[^\n\d]{0,20}Duende[. ]?IdentityServer/gi;

/** `dotnet-ef` of a tool manifest, below the EF Core that the projects name. */
function olderTools(facts: Facts): Match[] {
  const runtime = reachedProjects(facts)
    .flatMap(({ evaluations }) => evaluations.flatMap(({ packages }) => packages.references))
    .filter(({ id }) => /^Microsoft\.EntityFrameworkCore(\.|$)/i.test(id))
    .flatMap(({ version }) => version ?? [])
    .toSorted(compareTexts)
    .at(-1);
  if (runtime === undefined) return [];
  return textFiles(facts.workspace, (path) => /(^|\/)dotnet-tools\.json$/i.test(path)).flatMap((source): Match[] => {
    const stated = /"dotnet-ef"\s*:\s*\{[^}]*"version"\s*:\s*"([^"]+)"/i.exec(source.text);
    if (!stated || compareTexts(stated[1]!, runtime) >= 0) return [];
    const end = stated.index + stated[0].length - 1;
    return [{ kind: 'tool', source, spans: [{ start: end - stated[1]!.length, end }], runtime }];
  });
}
