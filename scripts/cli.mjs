// `npm run -s cli -- INPUT... [options]`: the command line, built when it has to be.
import { buildCli, builtCli } from './lib/build-cli.mjs';
import { checkNode, fail } from './lib/install.mjs';
import { run } from './lib/run.mjs';

checkNode();
if ((await buildCli()) !== 0) fail('The command line could not be built; see above.');
// Paths are meant from where the command was typed; npm changes into the project first.
process.exitCode = await run(process.execPath, [builtCli, ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  shell: false,
});
