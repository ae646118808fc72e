import type { Facts } from '../../../../engine/facts/facts.ts';
import { reachOf } from '../../../../engine/facts/hosts/connected.ts';
import { identityServerNames, identityServerSites } from '../../../../engine/facts/hosts/identity-server.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import { baseName, type FilePath } from '../../../../engine/workspace/file-path.ts';
import { type Comparison, comparisons } from './comparisons.ts';
import { type Copy, copiesInCode, isSnapshot, storedCopies, testProjectsOf } from './copies.ts';

/** `call` is missing where the copy alone is seen, and where the library that keeps it compares. */
interface Match {
  readonly copy: Copy;
  readonly call: Comparison['call'] | null;
  readonly confidence: 'likely' | 'possible';
  readonly projects: readonly FilePath[];
}

/** Upstream writes two more entries into the discovery document, so it no longer equals a copy made on 6.2. */
export default defineRule<Match>({
  meta: {
    id: 'discovery-document-compared',
    step: 'breaking-changes',
    title: 'The discovery document no longer equals a stored copy',
    source: 'https://docs.duendesoftware.com/identityserver/v6/reference/endpoints/discovery/',
    covers: ['B13'],
    applies: { since: '6.3.0' },
    names: [
      ...identityServerNames,
      'openid-configuration',
      'jwks_uri',
      'GetDiscoveryDocumentAsync',
      'CreateDiscoveryDocumentAsync',
    ],
  },

  *detect({ facts }) {
    if (identityServerSites(facts).length === 0) return;
    const files = storedCopies(facts);
    const compared = comparisons(files, facts);
    for (const { call, copy, isWhole } of compared)
      if (isWhole && copy.lacks.every((key) => !isNamed(key, call.path, facts)))
        yield {
          copy,
          call,
          confidence: isOfHost(call.projects, facts) ? 'likely' : 'possible',
          projects: call.projects,
        };
    for (const copy of [...files, ...copiesInCode(facts)]) {
      const projects = testProjectsOf(copy, facts);
      const isHosts = isOfHost(projects, facts);
      if (projects.length === 0 || !copy.isOfProduct || compared.some((one) => isSame(one.copy, copy))) continue;
      if (isSnapshot(copy)) yield { copy, call: null, confidence: isHosts ? 'likely' : 'possible', projects };
      else if (isHosts && !isStandIn(copy, facts)) yield { copy, call: null, confidence: 'possible', projects };
    }
  },

  explain: ({ copy, call, confidence, projects }, { facts }) => {
    const keys = copy.lacks.map((key) => `\`${key}\``).join(' and ');
    const holds = evidence(copy.file, copy.span, `holds the document without ${keys}`);
    const isSure = confidence === 'likely';
    return {
      title: isSure
        ? 'The discovery document no longer equals the copy in this test'
        : 'A copy of the discovery document may be compared with it',
      message:
        `6.3 writes ${keys} into the discovery document, which 6.2 did not. ` +
        (call || isSnapshot(copy)
          ? `This test compares the whole document with a copy that was made before${isSure ? '' : ', if it is the one of this host that it asks for'}: it then fails. `
          : 'A copy that was made before lies in a test project. A test that compares the two as a whole then fails; one that was given the copy to stand in for the server does not. ') +
        'Look at the difference, and when it is only that, take the new document as the copy.',
      severity: 'breaks-run',
      confidence,
      projects,
      evidence: call
        ? [evidence(facts.csharp.sourceOf(call.path), call.nameSpan, 'compares the two as a whole'), holds]
        : [holds],
    };
  },
});

const isSame = (a: Copy, b: Copy) =>
  a.file.path === b.file.path && a.span.start <= b.span.start && b.span.end <= a.span.end;

/** The tests are of a project that is connected with a host of the product. */
const isOfHost = (projects: readonly FilePath[], facts: Facts) =>
  identityServerSites(facts).some(({ project }) =>
    projects.some((path) => project && reachOf(path, facts).has(project)),
  );

/** The test knows of the key: it leaves it out, or looks at it for itself. */
const isNamed = (key: string, path: FilePath, { csharp }: Facts) =>
  csharp.literalsOf(key).some((use) => use.path === path);

const standIn =
  /\b(StringContent|HttpMessageHandler|WireMock|WithBody\w*|Respond|MockHttp\w*|OpenIdConnectConfiguration|MapGet|WriteAsync)\b/;

/** Code that holds the copy, or names its file, and answers requests. */
const isStandIn = ({ file }: Copy, { workspace }: Facts) => {
  if (file.path.endsWith('.cs')) return standIn.test(file.text);
  const name = baseName(file.path);
  return [...workspace.files.values()]
    .filter(({ path }) => path.endsWith('.cs'))
    .some(({ bytes }) => {
      const text = new TextDecoder('latin1').decode(bytes);
      return text.includes(name) && standIn.test(text);
    });
};
