import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Windows finds `npm.cmd` and its kin only through its shell. */
const shell = process.platform === 'win32';

/** Runs a command in the project with its output on this terminal; gives its exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', shell, ...options });
    child.on('error', () => resolve(127));
    child.on('close', (code, signal) => resolve(signal ? 1 : (code ?? 1)));
  });
}

/** The same for a tool that came with `npm ci`. */
export const runTool = (name, args, options) => run('npx', ['--no-install', name, ...args], options);

/** True where the command runs and says so. */
export const works = (command, args) => spawnSync(command, args, { stdio: 'ignore', shell }).status === 0;
