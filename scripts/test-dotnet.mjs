// `npm run test:dotnet`: what needs the .NET SDK or a database server. Runs every `test-dotnet/*/run.mjs`, or those named.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, works } from './lib/run.mjs';

if (!works('dotnet', ['--version'])) {
  console.log('No .NET SDK is installed, so the tests that need it are skipped.');
  process.exit(0);
}
const folder = join(root, 'test-dotnet');
const wanted = process.argv.slice(2);
const names = readdirSync(folder)
  .filter((name) => existsSync(join(folder, name, 'run.mjs')))
  .filter((name) => wanted.length === 0 || wanted.includes(name));
let [passed, failed] = [0, 0];
for (const name of names) {
  console.log(`\n── ${name}`);
  const counts = await tests(join(folder, name, 'run.mjs'));
  passed += counts.passed;
  failed += counts.failed;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** Its last line is `N passed, N failed`; one that ends otherwise has failed. */
function tests(file) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
      process.stdout.write(data);
    });
    child.on('close', (code) => {
      const [, ok, bad] = /(\d+) passed, (\d+) failed\s*$/.exec(output) ?? [];
      resolve({ passed: Number(ok ?? 0), failed: Number(bad ?? 0) || (code === 0 && ok !== undefined ? 0 : 1) });
    });
  });
}
