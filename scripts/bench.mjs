// `npm run bench`: time and peak memory per phase on a generated solution, side by side with `unzip` of the same file; then the page.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bigSolution } from './lib/big-solution.mjs';
import { findChromium } from './lib/chromium.mjs';
import { checkNode, fail, install } from './lib/install.mjs';
import { longestTasks } from './lib/page-tasks.mjs';
import { root, runTool, works } from './lib/run.mjs';
import { serve } from './serve.mjs';

const size = { files: 2_800, bytes: 35 * 1024 * 1024, seed: 63 };
const folder = join(root, '.bench');
const input = join(folder, `solution-${size.files}-${size.bytes}-${size.seed}.zip`);

checkNode();
await install();
mkdirSync(folder, { recursive: true });
if (!existsSync(input)) await generate();
const built = await runTool('vite', [
  'build',
  '--config',
  'vite.cli.config.ts',
  '--mode',
  'bench',
  '--logLevel',
  'error',
]);
if (built !== 0) fail('The engine could not be built; see above.');

const rows = measure();
console.log(
  `\n${size.files} files, ${(size.bytes / 1024 ** 2).toFixed(0)} MB unpacked; Node ${process.versions.node}, ${process.platform} ${process.arch}\n`,
);
print([...rows, unzipRow()]);
await printTasks();

/** On the page's own thread nothing may take 50 ms: it would be felt. */
async function printTasks() {
  const chromium = findChromium();
  if (!chromium) return console.log('\nNo Chromium was found, so the page was not measured.');
  if ((await runTool('vite', ['build', '--logLevel', 'error'])) !== 0) fail('The page could not be built; see above.');
  const { server, address } = await serve();
  const tasks = await longestTasks(address, input, chromium);
  server.close();
  console.log('\nThe longest task on the thread of the page, in processor time\n');
  printTable(
    ['phase', 'longest task'],
    tasks.map(({ phase, longest }) => [phase, `${longest.toFixed(0)} ms`]),
  );
}

async function generate() {
  console.log('Generating the solution …');
  const { default: JSZip } = await import('jszip');
  const zip = new JSZip();
  for (const { path, text } of bigSolution(size)) zip.file(path, text, { createFolders: false, date: new Date(0) });
  writeFileSync(input, await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }));
}

/** In a process of its own, or the memory of what stands here would count. */
function measure() {
  const [engine, file] = [join(folder, 'bench.mjs'), input].map((path) => JSON.stringify(pathToFileURL(path).href));
  const script = `import { readFileSync } from 'node:fs';
    import { measure } from ${engine};
    console.log(JSON.stringify(await measure(new Uint8Array(readFileSync(new URL(${file}))))));`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  if (status !== 0) fail(stderr);
  return JSON.parse(stdout);
}

function unzipRow() {
  if (!works('unzip', ['-v'])) return { phase: 'unzip (not installed)', seconds: null, megabytes: null };
  const target = mkdtempSync(join(tmpdir(), 'wizard-bench-'));
  const begin = performance.now();
  const hasTime = existsSync('/usr/bin/time');
  const command = hasTime
    ? ['/usr/bin/time', '-f', '%M', 'unzip', '-q', input, '-d', target]
    : ['unzip', '-q', input, '-d', target];
  const { stderr } = spawnSync(command[0], command.slice(1), { encoding: 'utf8' });
  const seconds = (performance.now() - begin) / 1000;
  rmSync(target, { recursive: true, force: true });
  return { phase: 'unzip, to disk', seconds, megabytes: hasTime ? Number(stderr.trim()) / 1024 : null };
}

function print(rows) {
  const cells = rows.map(({ phase, seconds, megabytes }) => [
    phase,
    seconds === null ? '–' : `${seconds.toFixed(2)} s`,
    megabytes === null ? '–' : `${megabytes.toFixed(0)} MB`,
  ]);
  printTable(['phase', 'time', 'peak memory'], cells);
}

function printTable(titles, cells) {
  const table = [titles, ...cells];
  const widths = titles.map((_, column) => Math.max(...table.map((row) => row[column].length)));
  const line = ([first, ...rest]) =>
    `| ${first.padEnd(widths[0])} | ${rest.map((cell, i) => cell.padStart(widths[i + 1])).join(' | ')} |`;
  const [head, ...body] = table.map(line);
  console.log(
    [
      head,
      `|${widths.map((width, i) => (i === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`,
      ...body,
    ].join('\n'),
  );
}
