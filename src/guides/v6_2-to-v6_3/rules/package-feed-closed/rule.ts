import { isFamily } from '../../../../engine/facts/projects/family.ts';
import { idsOf } from '../../../../engine/facts/projects/stated-versions.ts';
import { attributeOf, childrenNamed, parseXml, type XmlElement } from '../../../../engine/facts/projects/xml.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import type { SourceFile } from '../../../../engine/workspace/workspace.ts';
import { familyPlaces } from '../package-version/family-places.ts';
import { code, listed } from '../package-version/listed.ts';
import { textFiles } from '../package-version/text-files.ts';

interface Match {
  readonly source: SourceFile;
  readonly element: XmlElement;
  readonly kind: 'mapped' | 'closed';
  readonly ids: readonly string[];
}

/** A feed that mirrors chosen packages has to get the new ones before restore can. */
export default defineRule<Match>({
  meta: {
    id: 'package-feed-closed',
    step: 'packages',
    title: 'The new versions must be on the feeds this solution allows',
    source: 'https://learn.microsoft.com/nuget/consume-packages/package-source-mapping',
    covers: [],
    applies: { since: '6.3.0' },
  },

  detect({ facts }) {
    const ids = [...new Set(familyPlaces(facts).flatMap(idsOf).filter(isFamily))].sort();
    if (ids.length === 0) return [];
    return textFiles(facts.workspace, (path) => /(^|\/)nuget\.config$/i.test(path)).flatMap((source): Match[] => {
      const { root } = parseXml(source.text);
      const mapping = root && childrenNamed(root, 'packageSourceMapping')[0];
      if (mapping && mapping.children.length > 0) return [{ source, element: mapping, kind: 'mapped', ids }];
      const sources = root && childrenNamed(root, 'packageSources')[0];
      return sources && isClosed(sources) ? [{ source, element: sources, kind: 'closed', ids }] : [];
    });
  },

  explain: ({ source, element, kind, ids }, { target }) => ({
    title: kind === 'mapped' ? 'Package sources are mapped' : 'nuget.org is not among the package sources',
    message: `${kind === 'mapped' ? 'Each package may come only from the source it is mapped to' : 'nuget.org is not among the sources'}, so ${listed(ids.map(code))} must be there at ${code(target)} before restore works, and with that the newer versions of IdentityModel, the OpenID Connect handler and the Microsoft.IdentityModel libraries that they need.`,
    severity: 'advice',
    confidence: 'likely',
    projects: [],
    evidence: [evidence(source, element.openTag, kind === 'mapped' ? 'maps packages to sources' : 'lists the sources')],
  }),
});

/** What was inherited is cleared, and nuget.org is not named again. */
function isClosed({ children }: XmlElement): boolean {
  const cleared = children.findLastIndex(({ name }) => /^clear$/i.test(name));
  const added = children.slice(cleared + 1).map((element) => attributeOf(element, 'value')?.value ?? '');
  return cleared >= 0 && added.length > 0 && !added.some((url) => /nuget\.org/i.test(url));
}
