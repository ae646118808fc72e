// `npm run golden`: writes anew what the sample solutions come to. The difference is what you review.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildCli, builtCli } from './lib/build-cli.mjs';
import { checkNode, fail, install } from './lib/install.mjs';
import { root, run } from './lib/run.mjs';

const solutions = join(root, 'src/testing/solutions');

checkNode();
await install();
if ((await buildCli()) !== 0) fail('The command line could not be built; see above.');
for (const name of readdirSync(solutions).filter((name) => existsSync(join(solutions, name, 'before')))) {
  const folder = join(solutions, name);
  rmSync(join(folder, 'after'), { recursive: true, force: true });
  const args = ['before', '--out-dir', 'after', '--report', 'report.md', '--quiet'];
  const code = await run(process.execPath, [builtCli, ...args], { cwd: folder, shell: false });
  if (code > 1) fail(`${name}: the command line ended with ${code}.`);
  console.log(name);
}
