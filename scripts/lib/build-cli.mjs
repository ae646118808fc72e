import { join } from 'node:path';
import { install } from './install.mjs';
import { newest } from './newest.mjs';
import { root, runTool } from './run.mjs';

export const builtCli = join(root, 'dist-cli/upgrade.mjs');

const sources = ['src/cli', 'src/engine', 'src/guides', 'vite.cli.config.ts', 'package-lock.json'];

/** Builds the command line when it is missing or older than what it is made of. Its messages go to stderr. */
export async function buildCli() {
  if (newest(['dist-cli/upgrade.mjs']) > newest(sources)) return 0;
  await install();
  return runTool('vite', ['build', '--config', 'vite.cli.config.ts', '--logLevel', 'error'], {
    stdio: ['ignore', 2, 2],
  });
}
