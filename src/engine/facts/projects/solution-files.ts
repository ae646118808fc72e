import { parse } from 'jsonc-parser';
import { type FilePath, folderOf } from '../../workspace/file-path.ts';
import { type SourceFile, sourceOf, type Workspace } from '../../workspace/workspace.ts';
import { archivePath } from './paths.ts';
import { attributeOf, parseXml, sameName, type XmlElement } from './xml.ts';

/** A `.sln`, `.slnx` or `.slnf` and the C#, F# and VB projects it lists. */
export interface SolutionFile {
  readonly path: FilePath;
  readonly projects: readonly string[]; // in the archive, whether they are there or not; what lies outside is left out
}

export function readSolutionFiles(workspace: Workspace): SolutionFile[] {
  return [...workspace.files.values()]
    .filter(({ path }) => /\.sln[xf]?$/i.test(path))
    .map(sourceOf)
    .flatMap((file) => (file.kind === 'text' ? [{ path: file.path, projects: projectsIn(file) }] : []));
}

function projectsIn({ path, text }: SourceFile): string[] {
  const folder = folderOf(path);
  const inside = (names: readonly string[], from = folder) =>
    names.filter((name) => /\.(cs|fs|vb)proj$/i.test(name)).flatMap((name) => archivePath(from, name) ?? []);
  if (/\.slnx$/i.test(path)) return inside(projectElements(parseXml(text).root));
  if (/\.sln$/i.test(path)) return inside([...text.matchAll(projectLine)].map(([, name]) => name!));
  const { solution, names } = filterIn(text);
  const of = solution === null ? null : archivePath(folder, solution);
  return of === null ? [] : inside(names, folderOf(of as FilePath));
}

/** `Project("{kind}") = "Name", "src\Name\Name.csproj", "{id}"`. */
const projectLine = /^\s*Project\("[^"]*"\)\s*=\s*"[^"]*"\s*,\s*"([^"]+)"/gm;

function projectElements(element: XmlElement | null): string[] {
  if (element === null) return [];
  const own = sameName(element.name, 'Project') ? (attributeOf(element, 'Path')?.value ?? '') : '';
  return [own, ...element.children.flatMap(projectElements)];
}

/** A filter names its solution, and projects as they stand there. */
function filterIn(text: string): { solution: string | null; names: string[] } {
  const read: unknown = parse(text);
  const of = isRecord(read) && isRecord(read['solution']) ? read['solution'] : {};
  const { path, projects } = of as { path?: unknown; projects?: unknown };
  const names = Array.isArray(projects) ? projects.filter((one): one is string => typeof one === 'string') : [];
  return { solution: typeof path === 'string' ? path : null, names };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
