import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';

/** The versions that `package.json` asks for, where Node can't even run what is installed. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (!fits) fail(`This needs Node 20.19 or later, or 22.12 or later; here is ${process.versions.node}.`);
}

/** Installs from the lock file when nothing is installed, or when the lock file has changed since. */
export async function install() {
  if (isInstalled()) return;
  console.log('Installing what package-lock.json names …');
  const code = await run('npm', ['ci', '--no-audit', '--no-fund']);
  if (code !== 0) fail('npm ci failed; see above.');
}

function isInstalled() {
  const mark = join(root, 'node_modules/.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (!existsSync(mark)) return false;
  return statSync(mark).mtimeMs >= statSync(lock).mtimeMs || hasSamePackages(mark, lock);
}

/** A fresh checkout gives the lock file a new date without a new content. */
function hasSamePackages(mark, lock) {
  const versions = (file) =>
    Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages).filter(([path]) => path !== '');
  const wanted = new Map(versions(lock).map(([path, { version }]) => [path, version]));
  const missing = new Map(wanted);
  for (const [path, { version }] of versions(mark)) {
    if (wanted.get(path) !== version) return false;
    missing.delete(path);
  }
  const isOptional = (path) => JSON.parse(readFileSync(lock, 'utf8')).packages[path].optional === true;
  return [...missing.keys()].every(isOptional);
}

export function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
