import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../scripts/check/verify_output.py', import.meta.url));

const runs = (command: string) => spawnSync(command, ['--version']).status === 0;

/** It takes Python and git; `.ci/run` sees to both. */
export const hasVerifier = runs('python3') && runs('git');

/** What a program that shares no code with ours says of `NAME.zip`, `NAME.json` and the patches beside them. */
export function verified(folder: string, input: string, name: string): string {
  const patches = ['--patch', `${name}.patch`, '--reverse-patch', `${name}.back.patch`];
  const args = [script, input, `${name}.zip`, `${name}.json`, ...patches];
  return spawnSync('python3', args, { cwd: folder, encoding: 'utf8' }).stdout;
}
