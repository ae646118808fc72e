import type { FilePath } from '../workspace/file-path.ts';
import type { InputFile, InputInfo } from '../workspace/input.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ZipEntry, ZipLayout } from './zip-reader.ts';

/** What came in, and what is needed to give it back. */
export type Archive = ZipArchive | FolderArchive;

interface ArchiveParts {
  readonly input: InputInfo;
  /** The one folder that all files are in; '' without one. */
  readonly root: string;
  readonly workspace: Workspace;
}

export interface ZipArchive extends ArchiveParts {
  readonly kind: 'zip';
  readonly layout: ZipLayout;
  readonly entries: ReadonlyMap<FilePath, ZipEntry>; // of the files in the workspace
}

export interface FolderArchive extends ArchiveParts {
  readonly kind: 'folder';
  readonly files: readonly (InputFile & { readonly path: FilePath })[]; // by path
}

export type OnProgress = (done: number, total: number) => void;

export const maxUnpackedBytes = 1024 ** 3;

/** '' unless all paths begin with the same folder. */
export function rootOf(paths: readonly string[]): string {
  const [first = ''] = paths;
  const root = first.slice(0, first.indexOf('/') + 1);
  return root !== '' && paths.every((path) => path.startsWith(root)) ? root.slice(0, -1) : '';
}

export const isExecutable = (mode: number | undefined): boolean => ((mode ?? 0) & 0o111) !== 0;
