import { isFamily } from '../../../../engine/facts/projects/family.ts';
import { idsOf } from '../../../../engine/facts/projects/stated-versions.ts';
import { parseXml, type XmlElement } from '../../../../engine/facts/projects/xml.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import type { SourceFile } from '../../../../engine/workspace/workspace.ts';
import { floorOf } from '../package-floor-raised/floors.ts';
import { familyPlaces } from '../package-version/family-places.ts';
import { code, listed } from '../package-version/listed.ts';
import { textFiles } from '../package-version/text-files.ts';
import { sourcesIn } from './sources.ts';

interface Match {
  readonly source: SourceFile;
  readonly element: XmlElement;
  readonly kind: 'mapped' | 'closed';
  readonly ids: readonly string[];
  readonly from: readonly string[]; // names of sources
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

  detect({ facts, target }) {
    const ids = [...new Set(familyPlaces(facts).flatMap(idsOf).filter(isFamily))].sort();
    if (ids.length === 0) return [];
    return textFiles(facts.workspace, (path) => /(^|\/)nuget\.config$/i.test(path)).flatMap((source): Match[] => {
      const { root } = parseXml(source.text);
      if (!root) return [];
      const sources = sourcesIn(root);
      const { mapping, closed, onlyFrom } = sources;
      if (closed.length > 0 && sources.listed)
        return [{ source, element: sources.listed, kind: 'closed', ids, from: closed }];
      const kept = [...ids, ...broughtBy(target)].filter((id) => onlyFrom(id).length > 0);
      if (!mapping || kept.length === 0) return [];
      const from = [...new Set(kept.flatMap(onlyFrom))];
      return [{ source, element: mapping, kind: 'mapped', ids: kept, from }];
    });
  },

  explain: (match, { target }) => ({
    title: match.kind === 'mapped' ? 'Package sources are mapped' : 'nuget.org is not among the package sources',
    message: messageOf(match, target),
    severity: 'advice',
    confidence: 'likely',
    projects: [],
    evidence: [
      evidence(
        match.source,
        match.element.openTag,
        match.kind === 'mapped' ? 'maps packages to sources' : 'lists the sources',
      ),
    ],
  }),
});

/** What the family needs in newer versions than before. */
const brought = [
  'IdentityModel',
  'Microsoft.AspNetCore.Authentication.OpenIdConnect',
  'Microsoft.AspNetCore.DataProtection.Abstractions',
  'Microsoft.IdentityModel.Protocols.OpenIdConnect',
  'System.IdentityModel.Tokens.Jwt',
];

const broughtBy = (target: string) =>
  brought.filter((id) => floorOf(id, 'Duende.IdentityServer', target, null) !== null);

function messageOf({ kind, ids, from }: Match, target: string): string {
  const names = listed(ids.filter(isFamily).map(code));
  const feeds = listed(from.map(code));
  const others = listed(ids.filter((id) => !isFamily(id)).map(code));
  if (kind === 'closed')
    return `Packages come from ${feeds} only, so ${names} must be there at ${code(target)} before restore works, and with that the newer versions of IdentityModel, the OpenID Connect handler and the Microsoft.IdentityModel libraries that they need.`;
  const needed = others === '' ? '' : ` What they need in newer versions must be there too: ${others}.`;
  if (names === '')
    return `The mapping takes ${others} from ${feeds} only. ${code(target)} of the family needs newer versions, so they must be there before restore works.`;
  return `The mapping takes ${names} from ${feeds} only, so ${code(target)} must be there before restore works.${needed}`;
}
