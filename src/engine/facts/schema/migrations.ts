import { baseName, type FilePath, folderOf } from '../../workspace/file-path.ts';
import { type SourceFile, sourceOf, type Workspace } from '../../workspace/workspace.ts';

/** A migration that EF knows by its attributes, in the project of a snapshot. */
export interface Migration {
  readonly id: string; // 20231001081521_Initial
  readonly context: string; // simple name
  readonly namespace: string | null;
  readonly folder: string; // of `<id>.cs`, where EF puts the next one
  readonly code: SourceFile; // `<id>.cs`, or the file with the attributes where there is none of that name
  readonly designer: SourceFile; // the file with the attributes
}

export const timestampOf = ({ id }: Migration) => id.slice(0, 14);

const known = new WeakMap<Workspace, readonly Migration[]>();

/** Of every context of the project that the file belongs to, oldest first. */
export function migrationsBeside(workspace: Workspace, file: FilePath): Migration[] {
  const project = projectFolder(workspace, file);
  return allMigrations(workspace).filter(({ designer }) => projectFolder(workspace, designer.path) === project);
}

function allMigrations(workspace: Workspace): readonly Migration[] {
  const migrations = known.get(workspace) ?? readMigrations(workspace);
  known.set(workspace, migrations);
  return migrations;
}

function readMigrations(workspace: Workspace): Migration[] {
  const sources = [...workspace.files.values()]
    .filter(({ path }) => /(^|\/)\d{14}_[^/]*\.cs$/.test(path))
    .map(sourceOf)
    .filter((file) => file.kind === 'text');
  return sources
    .flatMap((file) => {
      const id = /\[Migration\("(\d{14}_[^"]+)"\)\]/.exec(file.text)?.[1];
      const context = contextOf(file.text);
      if (!id || !context) return [];
      const code = codeOf(id, file, sources);
      return { id, context, namespace: namespaceOf(file.text), folder: folderOf(code.path), code, designer: file };
    })
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Two projects may hold migrations of one id: the file in the same folder first. */
function codeOf(id: string, designer: SourceFile, sources: readonly SourceFile[]): SourceFile {
  const named = sources.filter(({ path }) => baseName(path) === `${id}.cs`);
  return named.find(({ path }) => folderOf(path) === folderOf(designer.path)) ?? named[0] ?? designer;
}

export const contextOf = (text: string) => /\[DbContext\(typeof\((?:[\w.]+\.)?(\w+)\)\)\]/.exec(text)?.[1] ?? null;

const namespaceOf = (text: string) => /^namespace ([\w.]+)/m.exec(text)?.[1] ?? null;

const projectFolders = new WeakMap<Workspace, ReadonlySet<string>>();

/** The nearest folder above that has a project file; '' where none has. */
export function projectFolder(workspace: Workspace, path: FilePath): string {
  const folders = projectFolders.get(workspace) ?? new Set([...workspace.files.keys()].filter(isProject).map(folderOf));
  projectFolders.set(workspace, folders);
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
    if (folders.has(folder)) return folder;
  }
  return '';
}

const isProject = (path: string) => /\.(cs|fs|vb)proj$/i.test(path);
