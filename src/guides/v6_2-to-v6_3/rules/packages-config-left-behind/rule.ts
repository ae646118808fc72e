import { isFamily } from '../../../../engine/facts/projects/family.ts';
import { solutionOf } from '../../../../engine/facts/projects/solution.ts';
import {
  attributeOf,
  childrenNamed,
  parseXml,
  textOf,
  type XmlElement,
} from '../../../../engine/facts/projects/xml.ts';
import { evidence } from '../../../../engine/rules/evidence.ts';
import { defineRule } from '../../../../engine/rules/rule.ts';
import type { Span } from '../../../../engine/text/span.ts';
import type { FilePath } from '../../../../engine/workspace/file-path.ts';
import type { SourceFile } from '../../../../engine/workspace/workspace.ts';
import { code } from '../package-version/listed.ts';
import { textFiles } from '../package-version/text-files.ts';

interface Match {
  readonly kind: 'config' | 'path';
  readonly id: string;
  readonly source: SourceFile;
  readonly span: Span;
  readonly project: FilePath | null;
}

/** IdentityServer 6 needs projects in SDK style, which don't read `packages.config`: what is there is a stray. */
export default defineRule<Match>({
  meta: {
    id: 'packages-config-left-behind',
    step: 'packages',
    title: 'A way of naming packages that 6.x projects do not use',
    source: 'https://learn.microsoft.com/nuget/consume-packages/migrate-packages-config-to-package-reference',
    covers: [],
    applies: { since: '6.3.0' },
  },

  detect({ facts }) {
    const configs = textFiles(facts.workspace, (path) => /(^|\/)packages\.config$/i.test(path));
    return [...configs.flatMap(inConfig), ...solutionOf(facts.workspace).files.all.flatMap(inProject)];
  },

  explain: ({ kind, id, source, span, project }) => ({
    title: kind === 'config' ? `${code(id)} in packages.config` : `A path into an old folder of ${code(id)}`,
    message:
      kind === 'config'
        ? `Projects that can use IdentityServer 6 name their packages by \`PackageReference\` and don't read this file, so nothing is changed in it. If a project still lives by it, move that project over first; else the file can go.`
        : `This path names a folder of one version. It stays on that version whatever the package references say, so remove it and reference the package instead.`,
    severity: kind === 'config' ? 'advice' : 'breaks-run',
    confidence: 'likely',
    projects: project === null ? [] : [project],
    evidence: [evidence(source, span, kind === 'config' ? `names ${id}` : 'points into a package folder')],
  }),
});

function inConfig(source: SourceFile): Match[] {
  const { root } = parseXml(source.text);
  return (root ? childrenNamed(root, 'package') : []).flatMap((element) => {
    const id = attributeOf(element, 'id')?.value ?? '';
    return isFamily(id) ? [{ kind: 'config', id, source, span: element.openTag, project: null }] : [];
  });
}

const folder =
  /[\\/](Duende\.IdentityServer(?:\.(?:Storage|AspNetIdentity|EntityFramework(?:\.Storage)?))?)\.\d+\.\d+[^\\/]*[\\/]/i;

/** `HintPath`s and `Import`s into `packages/Duende.IdentityServer.6.2.0/`. */
function inProject({ path, source, root }: { path: FilePath; source: SourceFile; root: XmlElement }): Match[] {
  return elementsOf(root).flatMap((element) => {
    const text = /^HintPath$/i.test(element.name) ? textOf(element) : (attributeOf(element, 'Project')?.value ?? '');
    const id = folder.exec(text)?.[1];
    if (id === undefined) return [];
    const project = /proj$/i.test(path) ? path : null;
    return [{ kind: 'path', id, source, span: element.span, project }];
  });
}

const elementsOf = (element: XmlElement): XmlElement[] => [element, ...element.children.flatMap(elementsOf)];
