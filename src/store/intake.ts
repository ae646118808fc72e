import type { Intake, IntakeFile } from '../worker/protocol.ts';

export type { Intake };

/** What was picked in a file dialog; a folder's files carry their path below it. */
export function intakeOfFiles(files: readonly File[]): Intake | null {
  const [first] = files;
  if (!first) return null;
  if (first.webkitRelativePath) return intakeOfFolder(files.map((file) => ({ path: file.webkitRelativePath, file })));
  return intakeOf(files.map((file) => ({ path: file.name, file })));
}

/** What was dropped: folders are walked. */
export async function intakeOfDrop(items: DataTransfer): Promise<Intake | null> {
  // The list of items is emptied as soon as the event is over: take the entries before waiting for anything.
  const entries = [...items.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (entries.length === 0) return intakeOfFiles([...items.files]);
  const files = (await Promise.all(entries.map(filesBelow))).flat();
  return entries.some((entry) => entry.isDirectory) ? intakeOfFolder(files) : intakeOf(files);
}

function intakeOf(files: readonly IntakeFile[]): Intake | null {
  const [first, ...others] = files;
  if (!first) return null;
  if (others.length === 0 && isArchive(first.path)) return { kind: 'archive', name: first.path, file: first.file };
  return { kind: 'files', name: others.length === 0 ? first.path : `${files.length} files`, files };
}

/** Of one folder the paths are those below it, as the command line has them; several keep their names. */
function intakeOfFolder(files: readonly IntakeFile[]): Intake | null {
  const [first] = files;
  if (!first) return null;
  const name = first.path.slice(0, first.path.indexOf('/'));
  const isOne = name !== '' && files.every(({ path }) => path.startsWith(`${name}/`));
  if (!isOne) return { kind: 'folder', name: `${files.length} files`, files };
  return { kind: 'folder', name, files: files.map(({ path, file }) => ({ path: path.slice(name.length + 1), file })) };
}

/** What isn't called a project, code or settings file is taken for an archive, so that the error can name it. */
const isArchive = (name: string) => !/\.(cs|csproj|props|targets|json|config|sln|slnx|xml|cshtml|razor)$/i.test(name);

async function filesBelow(entry: FileSystemEntry): Promise<IntakeFile[]> {
  const path = entry.fullPath.replace(/^\//, '');
  if (isFile(entry)) return [{ path, file: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)) }];
  const children = await childrenOf(entry as FileSystemDirectoryEntry);
  return (await Promise.all(children.map(filesBelow))).flat();
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** A reader gives at most a hundred entries at a time, and none when there are no more. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return children;
    children.push(...some);
  }
}
