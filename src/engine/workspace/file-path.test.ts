import { describe, expect, it } from 'vitest';
import {
  baseName,
  extensionOf,
  type FilePath,
  folderOf,
  isFilePath,
  parsePath,
  relativePath,
  resolvePath,
} from './file-path.ts';

describe('resolvePath', () => {
  it.each([
    ['src/Host', '..\\Shared\\A.cs', 'src/Shared/A.cs'],
    ['src/Host', './B.cs', 'src/Host/B.cs'],
    ['', 'a//b.cs', 'a/b.cs'],
    ['src', '../Directory.Build.props', 'Directory.Build.props'],
  ])('from %s, %s is %s', (folder, written, path) => expect(resolvePath(folder, written)).toBe(path));

  it.each(['../../x', '..\\..\\x', '/etc/x', 'C:\\x', '\\\\server\\x', '..'])(
    'rejects %s, which leaves the root or is no file',
    (written) => expect(resolvePath('src', written)).toBeUndefined(),
  );
});

it('parses only what stays inside', () => {
  expect(parsePath('a\\b')).toBe('a/b');
  expect(parsePath('../a')).toBeUndefined();
});

it('takes a path for one only as it stands', () => {
  expect(isFilePath('src/my file.cs')).toBe(true);
  for (const odd of ['/a', 'a\\b', './a', 'a//b', 'a/..', 'c:/a', 'a/', '']) expect(isFilePath(odd), odd).toBe(false);
});

it('splits a path into folder, name and extension', () => {
  expect([folderOf('a/b/c.CS'), baseName('a/b/c.CS'), extensionOf('a/b/c.CS')]).toEqual(['a/b', 'c.CS', '.cs']);
  expect([folderOf('c'), baseName('c'), extensionOf('.d/c')]).toEqual(['', 'c', '']);
});

it('writes a path as seen from a folder', () => {
  expect(relativePath('src/Host', 'src/Shared/A.cs' as FilePath)).toBe('../Shared/A.cs');
  expect(relativePath('', 'a/b' as FilePath)).toBe('a/b');
  expect(relativePath('a/b', 'a/b' as FilePath)).toBe('../b');
});
