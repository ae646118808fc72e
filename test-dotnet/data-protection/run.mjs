// Builds hosts of every kind with the framework itself, asks each for its name, and lets each read what the others protected:
// does our model say what happens? `node test-dotnet/data-protection/run.mjs`
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { checks } from './checks.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const work = mkdtempSync(join(tmpdir(), 'data-protection-'));

const load = async (path) =>
  (await runnerImport(join(root, path), { root, configFile: false, logLevel: 'error' })).module;

/** Where a program for this framework lies, or why there is none. */
function build(framework) {
  const sources = join(work, `sources-${framework}`);
  cpSync(join(here, 'hosts'), sources, { recursive: true, filter: (path) => !/[\\/](bin|obj)$/.test(path) });
  const output = join(work, framework);
  const isInstalled = run('dotnet', ['--list-runtimes']).stdout.includes(
    `Microsoft.AspNetCore.App ${framework.slice(3)}.`,
  );
  const bring = isInstalled ? [] : ['-p:BringRuntime=true'];
  const args = ['build', '-f', framework, `-p:TargetFrameworks=${framework}`, '-o', output, '-v', 'quiet', ...bring];
  const built = run('dotnet', [...args, '-nologo'], sources);
  if (built.status !== 0) return { why: lastLines(built.stdout + built.stderr) };
  const program = join(output, process.platform === 'win32' ? 'Hosts.exe' : 'Hosts');
  return { start: isInstalled ? ['dotnet', join(output, 'Hosts.dll')] : [program] };
}

function run(command, args, cwd = work) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 26 });
  return { status: error ? -1 : status, stdout: stdout ?? '', stderr: (stderr ?? '') + (error?.message ?? '') };
}

const lastLines = (text) => text.trim().split('\n').slice(-3).join(' | ');

/** What the program says of each of these hosts. */
function ask([command, ...args], wanted) {
  const list = join(work, 'wanted.jsonl');
  writeFileSync(list, wanted.map((one) => JSON.stringify(one)).join('\n'));
  const { status, stdout, stderr } = run(command, [...args, list]);
  const answers = stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
  if (status !== 0 || answers.length !== wanted.length)
    throw new Error(`the hosts did not start: ${lastLines(stderr || stdout)}`);
  return answers;
}

const counts = { passed: 0, failed: 0 };
function check(sentence, actual, expected) {
  const isRight = JSON.stringify(actual) === JSON.stringify(expected);
  counts[isRight ? 'passed' : 'failed']++;
  if (!isRight) console.error(`✗ ${sentence}: ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`);
}

try {
  if (run('dotnet', ['--version']).status !== 0) {
    console.log('skipped: there is no dotnet here');
  } else {
    const model = await load('src/engine/facts/data-protection/default-name.ts');
    const paths = await load('src/engine/facts/data-protection/server-path.ts');
    const table = await load('src/guides/v6_2-to-v6_3/rules/default-application-name-changed/decision-table.ts');
    const folder = join(work, 'app');
    mkdirSync(folder);
    const runtimes = [];
    for (const framework of ['net8.0', 'net9.0', 'net10.0']) {
      const program = build(framework);
      if (program.start)
        runtimes.push({
          framework,
          major: Number.parseInt(framework.slice(3), 10),
          ask: (wanted) => ask(program.start, wanted),
        });
      else console.log(`skipped: ${framework} can't be had here: ${program.why}`);
    }
    checks({ runtimes, model, paths, table, folder, keys: join(work, 'keys'), check });
    console.log('net5.0, net6.0, net7.0 are not run: for them the model says what the sources at the release tags do.');
  }
} catch (error) {
  counts.failed++;
  console.error(error);
} finally {
  rmSync(work, { recursive: true, force: true });
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 ? 1 : 0;
