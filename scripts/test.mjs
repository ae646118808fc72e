// `npm test`: everything that must be true, on a machine that has only Node. Ends with `N passed, N failed`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumOrInstall } from './lib/chromium.mjs';
import { checkNode, install } from './lib/install.mjs';
import { run, runTool } from './lib/run.mjs';

checkNode();
await install();
const chromium = await chromiumOrInstall();
if (chromium) console.log(`Browser tests run in ${chromium}`);
else console.log('No Chromium was found: install the package chromium or Google Chrome, or name one in CHROMIUM_PATH.');

const results = mkdtempSync(join(tmpdir(), 'wizard-tests-'));
const counts = [
  await check('Types', ['run', '-s', 'typecheck']),
  await check('Lint', ['run', '-s', 'lint']),
  await unitTests(),
  await check('Build', ['run', '-s', 'build']),
  await browserTests(),
];
rmSync(results, { recursive: true, force: true });
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** Something that holds or doesn't: it counts only when it doesn't. */
async function check(name, npmArguments) {
  heading(name);
  const code = await run('npm', npmArguments);
  if (code !== 0) console.log(`${name}: failed`);
  return { passed: 0, failed: code === 0 ? 0 : 1 };
}

/** Rules' cases and sample solutions are among them. */
async function unitTests() {
  heading('Unit tests and fixtures');
  const file = join(results, 'vitest.json');
  const code = await runTool('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  const { numPassedTests = 0, numFailedTests = 0 } = readJson(file);
  return counted(code, numPassedTests, numFailedTests);
}

async function browserTests() {
  heading('Browser tests');
  if (!chromium) return { passed: 0, failed: 1 };
  const file = join(results, 'playwright.json');
  const env = { ...process.env, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const code = await runTool('playwright', ['test', '--reporter=list,json'], { env });
  const { expected = 0, flaky = 0, unexpected = 0 } = readJson(file).stats ?? {};
  return counted(code, expected + flaky, unexpected);
}

/** A run that failed without a failed test (a file that doesn't load, a server that doesn't start) counts as one. */
function counted(code, passed, failed) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

function heading(text) {
  console.log(`\n── ${text}`);
}
