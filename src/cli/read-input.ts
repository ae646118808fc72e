import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { UpgradeError } from '../engine/errors.ts';
import type { Input, InputFile } from '../engine/upgrade.ts';
import type { Notice } from '../engine/workspace/workspace.ts';
import { UsageError } from './usage-error.ts';

/** As in an archive: more than this is a disk, not a solution. */
const maxBytes = 1024 ** 3;
const leftOut: readonly string[] = ['.git', 'bin', 'obj', 'node_modules', '.vs'];

export async function readInput(paths: readonly string[]): Promise<Input> {
  const [first = '', ...more] = paths;
  const kinds = await Promise.all(paths.map(kindOf));
  if (more.length === 0 && kinds[0] === 'folder') return readFolder(first);
  if (more.length === 0 && kinds[0] === 'zip') {
    return { kind: 'archive', name: basename(first), bytes: await readBytes(first) };
  }
  if (kinds.some((kind) => kind !== 'file')) {
    throw new UsageError('several inputs must be single files; give one zip or one folder, or files only');
  }
  return readFiles(paths);
}

async function kindOf(path: string): Promise<'folder' | 'zip' | 'file'> {
  const found = await stat(path).catch(() => missing(path));
  if (found.isDirectory()) return 'folder';
  if (!found.isFile()) missing(path);
  return /\.zip$/i.test(path) ? 'zip' : 'file';
}

/** Named from the folder they share, so that two `Startup.cs` stay two. */
async function readFiles(paths: readonly string[]): Promise<Input> {
  const places = [...new Set(paths.map((path) => resolve(path)))];
  const shared = places.map((place) => dirname(place)).reduce(commonFolder);
  const files = await Promise.all(places.map((place) => readOne(place, slashed(relative(shared, place)))));
  return { kind: 'files', files };
}

function commonFolder(a: string, b: string): string {
  const isWithin = (folder: string) => b === folder || b.startsWith(folder.endsWith(sep) ? folder : folder + sep);
  return isWithin(a) || dirname(a) === a ? a : commonFolder(dirname(a), b);
}

async function readFolder(path: string): Promise<Input> {
  const root = resolve(path);
  const name = basename(root) || 'folder';
  const found: Found = { files: [], links: [] };
  await walk(root, '', false, found);
  const sizes = await Promise.all(found.files.map(({ path, isLeftOut }) => (isLeftOut ? 0 : sizeOf(join(root, path)))));
  if (sizes.reduce((sum, size) => sum + size, 0) > maxBytes) {
    throw new UpgradeError('archive-too-large', { file: name, limit: '1 GiB' });
  }
  const files: InputFile[] = [];
  for (const { path, isLeftOut } of found.files) {
    files.push(isLeftOut ? { path, bytes: new Uint8Array(0) } : await readOne(join(root, path), path));
  }
  return { kind: 'folder', name, files, notices: linkNotices(found.links) };
}

interface Found {
  readonly files: { readonly path: string; readonly isLeftOut: boolean }[];
  readonly links: string[];
}

/** Links are not followed: they may lead out of the folder, or round in it. */
async function walk(root: string, folder: string, isLeftOut: boolean, found: Found): Promise<void> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => missing(join(root, folder)));
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) await walk(root, path, isLeftOut || leftOut.includes(entry.name.toLowerCase()), found);
    else if (entry.isFile()) found.files.push({ path, isLeftOut });
    else if (!isLeftOut) found.links.push(path);
  }
}

function linkNotices(links: readonly string[]): Notice[] {
  if (links.length === 0) return [];
  const shown = links.slice(0, 3).map((path) => `\`${path}\``);
  const more = links.length > shown.length ? ` and ${links.length - shown.length} more` : '';
  const message = `These are links or no regular files, and are left out: ${shown.join(', ')}${more}.`;
  return [{ code: 'left-out-links', path: null, line: null, message }];
}

async function readOne(place: string, path: string): Promise<InputFile> {
  const [bytes, { mtime, mode }] = await Promise.all([readBytes(place), lstat(place)]);
  return { path, bytes, modified: mtime, ...(sep === '/' ? { mode } : {}) };
}

const readBytes = async (path: string) => new Uint8Array(await readFile(path).catch(() => missing(path)));
const sizeOf = async (path: string) => (await lstat(path).catch(() => missing(path))).size;
const slashed = (path: string) => path.split(sep).join('/');

function missing(path: string): never {
  throw new UpgradeError('input-missing', { file: path });
}
