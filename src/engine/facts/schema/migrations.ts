import { baseName, type FilePath, folderOf } from '../../workspace/file-path.ts';
import { type SourceFile, sourceOf, type Workspace } from '../../workspace/workspace.ts';

/** A migration that EF knows by its attributes, in the project of a snapshot. */
export interface Migration {
  readonly id: string; // 20231001081521_Initial, from [Migration(…)]
  readonly context: string; // simple name
  readonly namespace: string | null;
  readonly folder: string; // of `<id>.cs`, where EF puts the next one
  readonly code: SourceFile; // `<id>.cs`, else the class's other part, else the file with the attributes
  readonly designer: SourceFile; // the file with the attributes
}

/** EF's ids begin with a time; one that does not, or that isn't a literal, can't be put in order. */
export const isDated = ({ id }: Migration) => /^\d{14}_./.test(id);

export const timestampOf = ({ id }: Migration) => id.slice(0, 14);

const known = new WeakMap<Workspace, readonly Migration[]>();

/** Of every context of the project that the file belongs to, oldest first. */
export function migrationsBeside(workspace: Workspace, file: FilePath): Migration[] {
  const project = projectFolder(workspace, file);
  return allMigrations(workspace).filter(({ designer }) => projectFolder(workspace, designer.path) === project);
}

/** Of every project, whatever their files are called: EF goes by the attributes. */
export function allMigrations(workspace: Workspace): readonly Migration[] {
  const migrations = known.get(workspace) ?? readMigrations(workspace);
  known.set(workspace, migrations);
  return migrations;
}

function readMigrations(workspace: Workspace): Migration[] {
  const sources = [...workspace.files.values()]
    .filter(({ path }) => path.endsWith('.cs'))
    .map(sourceOf)
    .filter((file) => file.kind === 'text')
    .filter(({ text }) => text.includes('Migration'));
  return sources
    .flatMap((file) =>
      [...file.text.matchAll(migrationAttribute)].flatMap(([, literal, other, className]) => {
        const id = literal ?? other!;
        const parts = sources.filter((part) => isPart(part, file, className!));
        const context = [file, ...parts].map(({ text }) => contextOf(text)).find((name) => name !== null);
        if (!context) return [];
        const code = codeOf(id, file, sources) ?? parts.find(({ text }) => /\bvoid Up\(/.test(text)) ?? file;
        return [{ id, context, namespace: namespaceOf(file.text), folder: folderOf(code.path), code, designer: file }];
      }),
    )
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

const attributesBefore = String.raw`^[ \t]*(?:\[[^\]\n]*\]\s*)*\[(?:[^\]\n]*,\s*)?(?:[\w.:]+[.:])?`;

/** Its id, as a literal or as something else, and the class that it stands on. */
const migrationAttribute = new RegExp(
  String.raw`${attributesBefore}Migration(?:Attribute)?\(\s*(?:@?"([^"]+)"|([^\s")][^")\n]*))\s*\)[^\n]*\]\s*(?:\[[^\n]*\]\s*)*[\w \t]*?\bclass\s+(\w+)`,
  'gm',
);

const contextAttribute = new RegExp(
  String.raw`${attributesBefore}DbContext(?:Attribute)?\(\s*typeof\(\s*(?:[\w.:]+[.:])?(\w+)\s*\)`,
  'm',
);

/** Simple name, from `[DbContext(typeof(…))]`. */
export const contextOf = (text: string) => contextAttribute.exec(text)?.[1] ?? null;

/** Another part of the class, in the same folder. */
export const isPart = (other: SourceFile, file: SourceFile, className: string) =>
  other !== file &&
  folderOf(other.path) === folderOf(file.path) &&
  new RegExp(String.raw`\bpartial class ${className}\b`).test(other.text);

/** Two projects may hold migrations of one id: the file in the same folder first. */
function codeOf(id: string, designer: SourceFile, sources: readonly SourceFile[]): SourceFile | undefined {
  const named = sources.filter(({ path }) => baseName(path) === `${id}.cs`);
  return named.find(({ path }) => folderOf(path) === folderOf(designer.path)) ?? named[0];
}

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
