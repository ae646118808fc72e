// `npm run test:dotnet`: what needs the .NET SDK or a database server. Runs every `test-dotnet/*/run.mjs`, or those named.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, works } from './lib/run.mjs';

/** Nothing of the SDK outlives a build, and it speaks English. */
const quiet = {
  DOTNET_CLI_TELEMETRY_OPTOUT: '1',
  DOTNET_CLI_UI_LANGUAGE: 'en',
  DOTNET_NOLOGO: '1',
  MSBUILDDISABLENODEREUSE: '1',
  UseSharedCompilation: 'false',
};

const folder = join(root, 'test-dotnet');
const wanted = process.argv.slice(2);
const hasSdk = works('dotnet', ['--version']);
if (!hasSdk) console.log('No .NET SDK is installed, so the tests that need it are skipped.');
const names = readdirSync(folder)
  .filter((name) => existsSync(join(folder, name, 'run.mjs')))
  .filter((name) => wanted.length === 0 || wanted.includes(name))
  .filter((name) => hasSdk || name === 'schema'); // SQL only
let [passed, failed] = [0, 0];
for (const name of names) {
  console.log(`\n── ${name}`);
  const start = Date.now();
  const counts = await tests(join(folder, name, 'run.mjs'));
  console.log(`${name} took ${Math.round((Date.now() - start) / 1000)} s`);
  passed += counts.passed;
  failed += counts.failed;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** Its last line is `N passed, N failed`; one that ends otherwise, or not within half an hour, has failed. */
function tests(file) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file], {
      cwd: root,
      env: { ...process.env, ...quiet },
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: 1_800_000,
    });
    const interrupt = (signal) => {
      child.kill(signal);
      child.on('close', () => process.exit(1));
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, interrupt);
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
