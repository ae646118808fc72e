import type { Span } from '../../text/span.ts';
import { type FilePath, folderOf } from '../../workspace/file-path.ts';
import { linesOf, type SourceFile, sourceOf, type Workspace } from '../../workspace/workspace.ts';
import { foldersUp } from './paths.ts';
import { parseXml, type XmlElement } from './xml.ts';

/** A project, props or targets file as XML. */
export interface MsBuildFile {
  readonly path: FilePath;
  readonly source: SourceFile;
  readonly root: XmlElement;
  readonly isBroken: boolean;
}

/** The archive's paths, found by any case, and its MSBuild files, parsed once. */
export interface MsBuildFiles {
  readonly all: readonly MsBuildFile[];
  /** Looked at as MSBuild files, but not readable as XML. */
  readonly unreadable: readonly FilePath[];
  get(path: string): MsBuildFile | null;
  /** The path as the archive spells it; null where it isn't there. */
  find(path: string): FilePath | null;
  hasFolder(path: string): boolean;
  /** The nearest folder around it that holds one solution file; null: none, or several. */
  solutionFolder(folder: string): string | null;
  /** The nearest file of that name in the folder or around it. */
  above(name: string, folder: string): FilePath | null;
}

const isMsBuild = (path: string) => /\.(cs|fs|vb)proj$|\.(props|targets)$/i.test(path);

export function readMsBuildFiles(workspace: Workspace): MsBuildFiles {
  const byLowerCase = new Map<string, FilePath>();
  const folders = new Set<string>();
  for (const path of workspace.files.keys()) {
    byLowerCase.set(path.toLowerCase(), path);
    for (const folder of foldersUp(path).slice(1)) folders.add(folder.toLowerCase());
  }
  const solutions = [...workspace.files.keys()].filter((path) => /\.slnx?$/i.test(path)).map(folderOf);
  const find = (path: string) =>
    workspace.files.has(path as FilePath) ? (path as FilePath) : (byLowerCase.get(path.toLowerCase()) ?? null);
  const parsed = new Map<FilePath, MsBuildFile>();
  const unreadable: FilePath[] = [];
  const read = (path: FilePath) => {
    const source = sourceOf(workspace.files.get(path)!);
    const document = source.kind === 'text' ? parseXml(source.text) : null;
    if (source.kind === 'text' && document?.root) {
      parsed.set(path, { path, source, root: document.root, isBroken: document.isBroken });
    } else unreadable.push(path);
  };
  for (const path of workspace.files.keys()) if (isMsBuild(path)) read(path);
  return {
    all: [...parsed.values()],
    unreadable,
    find,
    get(path) {
      const found = find(path);
      if (found === null) return null;
      if (!parsed.has(found) && !isMsBuild(found)) read(found); // imported under a name of its own
      return parsed.get(found) ?? null;
    },
    hasFolder: (path) => folders.has(path.toLowerCase()),
    solutionFolder(folder) {
      const nearest = foldersUp(folder).find((at) => solutions.includes(at));
      return nearest !== undefined && solutions.indexOf(nearest) === solutions.lastIndexOf(nearest) ? nearest : null;
    },
    above(name, folder) {
      for (const at of foldersUp(folder)) {
        const found = find(at === '' ? name : `${at}/${name}`);
        if (found !== null) return found;
      }
      return null;
    },
  };
}

export const lineOf = ({ source }: Pick<MsBuildFile, 'source'>, span: Span) =>
  linesOf(source).positionAt(span.start).line;
