// The scripts for SQL Server, by the parser of its vendor (SQL Server 2016 and later).
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../scripts/lib/dotnet.mjs';
import { root } from '../../scripts/lib/run.mjs';
import { tally } from '../../scripts/lib/tally.mjs';

const cases = join(root, 'src/testing/solutions/cases/schema');
const sources = fileURLToPath(new URL('.', import.meta.url));
const { test, skip, end } = tally();
const home = mkdtempSync(join(tmpdir(), 'wizard-tsql-'));
for (const file of ['SqlServer.csproj', 'Program.cs']) cpSync(join(sources, file), join(home, file));
const missing = build(home, join(home, 'out'));

if (missing !== null) skip(`the parser: ${missing}`);
else for (const solution of ['sqlserver-ef6', 'schema-custom-table-sqlserver-ef6']) parse(solution);
rmSync(home, { recursive: true, force: true });
end();

function parse(solution) {
  const sql = join(home, solution);
  const args = ['scripts/cli.mjs', join(cases, solution, 'before'), '--accept', 'all', '--sql', sql];
  spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  const files = readdirSync(sql).map((name) => join(sql, name));
  const { stdout } = spawnSync('dotnet', [join(home, 'out', 'SqlServer.dll'), ...files], { encoding: 'utf8' });
  test(`${solution}: four columns are added and dropped, without an error`, () => {
    const seen = stdout
      .trim()
      .split('\n')
      .sort()
      .map((line) => line.replace(/^(parsed) .*\.(up|down)\.sql/, '$1 $2'));
    const wanted = ['parsed up 4 added 0 dropped', 'parsed down 0 added 4 dropped'];
    if (seen.join() !== wanted.join()) throw new Error(seen.join('\n'));
  });
}
