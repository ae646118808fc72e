import { UpgradeError } from './errors.ts';
import type { Facts } from './facts/facts.ts';
import type { Project } from './facts/project.ts';
import { isFamily } from './facts/projects/family.ts';
import { compareNumbers } from './facts/version-level.ts';
import { evidence } from './rules/evidence.ts';
import { baseName, extensionOf } from './workspace/file-path.ts';
import { sourceOf, type Workspace, type WorkspaceFile } from './workspace/workspace.ts';

const projectFiles = ['.csproj', '.vbproj', '.fsproj'];
const buildFiles = ['.props', '.targets'];
const solutionFiles = ['.sln', '.slnx'];

/** Before anything is parsed: is there something that rules could look at? `isPicked`: files that were chosen one by one. */
export function checkContents({ files }: Workspace, name: string, isPicked: boolean): void {
  const paths = [...files.keys()];
  if (paths.some((path) => isDotnet(path) || (isPicked && extensionOf(path) === '.json'))) return;
  const solution = paths.find((path) => solutionFiles.includes(extensionOf(path)));
  if (solution) throw new UpgradeError('solution-file-alone', { file: baseName(solution) });
  throw new UpgradeError('no-dotnet-code', { file: name });
}

const isDotnet = (path: string) =>
  [...projectFiles, ...buildFiles, '.cs'].includes(extensionOf(path)) ||
  /(^|\/)(appsettings[^/]*\.json|packages\.config)$/i.test(path);

/** Is this something that goes from 6.2 to 6.3? 6.0, 6.1 and 6.3 are looked at too; one such project is enough. */
export function checkVersions(facts: Facts, name: string): void {
  const reached = facts.projects.filter(({ product }) => product !== null);
  if (reached.length === 0) {
    const older = identityServer4(facts);
    if (older !== null) throw new UpgradeError('identityserver4', { file: name, where: older });
    if (facts.hasProjects) throw new UpgradeError('no-identityserver', { file: name });
    return;
  }
  const isWithin = ({ product }: Project) =>
    product?.version == null ||
    (compareNumbers(product.version, '6.0') >= 0 && compareNumbers(product.version, '7.0') < 0);
  if (reached.some(isWithin)) return;
  const isOld = ({ product }: Project) => compareNumbers(product?.version ?? '', '6.0') < 0;
  const telling = reached.find(isOld) ?? reached[0]!;
  const code = isOld(telling) ? 'version-too-old' : 'version-too-new';
  throw new UpgradeError(code, { file: name, version: telling.product?.version ?? '', where: whereOf(telling) });
}

function whereOf({ packages, path }: Project): string {
  const use = packages.find(({ id }) => isFamily(id));
  return use ? `${use.declaredIn}:${use.line}` : path;
}

/** The first place that names a package of IdentityServer4 or, without any project file, its namespace. */
function identityServer4({ workspace, projects, hasProjects }: Facts): string | null {
  for (const { id, declaredIn, line } of projects.flatMap(({ packages }) => packages)) {
    if (/^IdentityServer4(\.|$)/i.test(id)) return `${declaredIn}:${line}`;
  }
  const isTelling = ({ path }: WorkspaceFile) =>
    hasProjects
      ? [...projectFiles, ...buildFiles, '.config'].includes(extensionOf(path))
      : extensionOf(path) === '.cs' || isDotnet(path);
  const pattern = hasProjects ? /"IdentityServer4\b/i : /"IdentityServer4\b|\busing\s+(?:static\s+)?IdentityServer4\b/i;
  for (const file of workspace.files.values()) {
    const source = isTelling(file) ? sourceOf(file) : undefined;
    const hit = source?.kind === 'text' ? pattern.exec(source.text) : null;
    if (source?.kind === 'text' && hit) {
      const span = { start: hit.index, end: hit.index + hit[0].length };
      return `${file.path}:${evidence(source, span, '').line}`;
    }
  }
  return null;
}
