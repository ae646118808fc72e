// Our migrations beside EF's own, byte for byte: small projects over a stand-in model, with EF's scaffolder in process.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../scripts/lib/dotnet.mjs';
import { root } from '../../scripts/lib/run.mjs';
import { tally } from '../../scripts/lib/tally.mjs';
import { mariaDb, postgres, sqlite } from '../servers/servers.mjs';
import { onServer } from './on-servers.mjs';

/** EF 7's providers are not to be had, nor what Npgsql's for EF 6 needs; Pomelo has no version for EF 10. `EF_MAJORS=8,10` runs a part. */
const versions = [
  { EfMajor: 6, EfVersion: '6.0.7', MySqlVersion: '6.0.1' },
  { EfMajor: 8, EfVersion: '8.0.30', NpgsqlVersion: '8.0.11', MySqlVersion: '8.0.3' },
  { EfMajor: 9, EfVersion: '9.0.19', NpgsqlVersion: '9.0.4', MySqlVersion: '9.0.0' },
  { EfMajor: 10, EfVersion: '10.0.4', NpgsqlVersion: '10.0.1', NamingVersion: '10.0.1' },
];

const sources = fileURLToPath(new URL('.', import.meta.url));
const { test, skip, end } = tally();
const wanted = (process.env.EF_MAJORS ?? '').split(',').filter(Boolean).map(Number);
const pg = await postgres();
const servers = { NpgsqlClients: pg, PackageNamesContext: pg, MySqlClients: await mariaDb(), SqliteClients: sqlite() };
for (const server of new Set(Object.values(servers))) if (typeof server === 'string') skip(server);

for (const version of versions.filter(({ EfMajor }) => wanted.length === 0 || wanted.includes(EfMajor))) {
  const home = mkdtempSync(join(tmpdir(), `wizard-ef${version.EfMajor}-`));
  try {
    await compare(version, home);
  } catch (error) {
    test(`EF ${version.EfVersion}: runs to its end`, () => {
      throw error;
    });
  }
  rmSync(home, { recursive: true, force: true });
}
for (const server of new Set(Object.values(servers))) await server.stop?.();
end();

async function compare(version, home) {
  const name = `EF ${version.EfVersion}`;
  for (const file of ['Ef.csproj', 'Client.cs', 'Contexts.cs', 'Program.cs'])
    cpSync(join(sources, file), join(home, file));
  const missing = project(home, version, '6.2');
  if (missing !== null) return skip(`${name}: ${missing}`);
  ef(home, 'first', home);
  const before = filesIn(join(home, 'Migrations'));
  const ours = upgraded(home, version);

  project(home, version, '6.3');
  ef(home, 'next', home, ['Update_DuendeIdentityServer_v6_3']);
  const theirs = filesIn(join(home, 'Migrations'));
  for (const place of new Set([...theirs.keys()].map((path) => path.split('/')[0]))) {
    test(`${name}: the files of ${place} are EF's, byte for byte but for the time`, () => {
      const [a, b] = [timeless(ours.files, place), timeless(theirs, place)];
      same([...a.keys()], [...b.keys()], 'file names');
      if (timeless(before, place).size === b.size) throw new Error('EF added nothing');
      for (const [path, text] of b) same(a.get(path), text, path);
    });
  }

  rmSync(join(home, 'Migrations'), { recursive: true });
  for (const [path, text] of ours.files) write(join(home, 'Migrations', path), text);
  test(`${name}: ours compile, and EF finds nothing left to add`, () => {
    project(home, version, '6.3');
    const pending = ef(home, 'pending', home, ['Another']);
    same(
      pending.match(/ settled$/gm)?.length,
      readdirSync(join(home, 'Migrations')).length + 1,
      'contexts that are settled',
    ); // two share a folder
  });
  for (const [context, server] of Object.entries(servers)) {
    if (typeof server === 'string' || ![...theirs.keys()].some((path) => path.startsWith(`For${context}/`))) continue;
    await onServer(test, name, server, context, {
      ef: (command, connection, ...rest) => ef(home, command, context, rest, { CONNECTION: connection }),
      ...ours.scripts(context),
    });
  }
}

/** What our command line makes of the migrations; each renaming rule in a run of its own. */
function upgraded(home, version) {
  const byHand = run(home, version, 'word-boundaries');
  const byPackage = run(home, version, 'ef-naming-conventions');
  const merged = (which) =>
    new Map([
      ...[...byHand[which]].filter(([path]) => !/PackageNames/.test(path)),
      ...[...byPackage[which]].filter(([path]) => /PackageNames/.test(path)),
    ]);
  const scripts = merged('scripts');
  const script = (context, way) =>
    [...scripts].find(([path]) => path.startsWith(`${context}.`) && path.endsWith(`.${way}.sql`))[1];
  return {
    files: merged('files'),
    scripts: (context) => ({ up: script(context, 'up'), down: script(context, 'down') }),
  };
}

function run(home, version, naming) {
  const [input, out, sql] = ['input', 'output', 'sql'].map((folder) => join(home, folder));
  cpSync(join(home, 'Migrations'), join(input, 'Migrations'), { recursive: true });
  write(
    join(input, 'Login.csproj'),
    `<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup><TargetFramework>net8.0</TargetFramework><RootNamespace>Acme.Login</RootNamespace></PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Duende.IdentityServer.EntityFramework" Version="6.2.5" />
    <PackageReference Include="Microsoft.EntityFrameworkCore.Design" Version="${version.EfVersion}" />
  </ItemGroup>
</Project>
`,
  );
  const answers = ['--accept', 'all', '--answer', `column-names=${naming}`];
  const { status, stderr } = spawnSync(
    process.execPath,
    ['scripts/cli.mjs', input, ...answers, '--out-dir', out, '--sql', sql],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0 && status !== 1) throw new Error(stderr);
  const made = { files: filesIn(join(out, 'Migrations')), scripts: filesIn(sql) };
  for (const folder of [input, out, sql]) rmSync(folder, { recursive: true, force: true });
  return made;
}

/** With the model of one of the product's versions. null, or why its packages can't be had. */
function project(home, version, level) {
  return build(home, join(home, 'bin', 'out'), { ...version, ModelLevel: level }, level === '6.3');
}

function ef(home, command, subject, rest = [], environment = {}) {
  const { status, stdout, stderr } = spawnSync(
    'dotnet',
    [join(home, 'bin', 'out', 'Ef.dll'), command, subject, ...rest],
    { encoding: 'utf8', env: { ...process.env, ...environment } },
  );
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  return stdout;
}

function filesIn(folder) {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  return new Map(
    paths
      .filter((path) => statSync(join(folder, path)).isFile())
      .sort()
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]), // keeps the BOM
  );
}

/** Of one folder, with the new migrations' time taken out. */
function timeless(files, place) {
  const id = /\d{14}(_Update_DuendeIdentityServer_v6_3)/g;
  const blank = (text) => text.replace(id, 'TIME$1');
  return new Map(
    [...files]
      .filter(([path]) => path.startsWith(`${place}/`))
      .map(([path, text]) => [blank(path), blank(text)])
      .sort(),
  );
}

function write(path, text) {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
}

function same(actual, expected, what) {
  const [a, b] = [actual, expected].map((value) =>
    typeof value === 'string' ? value : (JSON.stringify(value, null, 1) ?? 'nothing'),
  );
  if (a === b) return;
  const [x, y] = [a.split('\n'), b.split('\n')];
  const at = y.findIndex((line, i) => line !== x[i]);
  throw new Error(
    `${what}, line ${at + 1}: expected ${y.slice(at, at + 3).join('\n')}\n     got ${x.slice(at, at + 3).join('\n')}`,
  );
}
