// Our migrations beside EF's own, byte for byte: small projects over a stand-in model, with EF's scaffolder in process.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../../scripts/lib/run.mjs';
import { tally } from '../../scripts/lib/tally.mjs';

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

for (const version of versions.filter(({ EfMajor }) => wanted.length === 0 || wanted.includes(EfMajor))) {
  const home = mkdtempSync(join(tmpdir(), `wizard-ef${version.EfMajor}-`));
  try {
    compare(version, home);
  } catch (error) {
    test(`EF ${version.EfVersion}: runs to its end`, () => {
      throw error;
    });
  }
  rmSync(home, { recursive: true, force: true });
}
end();

function compare(version, home) {
  const name = `EF ${version.EfVersion}`;
  for (const file of ['Ef.csproj', 'Client.cs', 'Contexts.cs', 'Program.cs'])
    cpSync(join(sources, file), join(home, file));
  const built = build(home, version, '6.2');
  if (built !== null) return skip(`${name}: ${built}`);
  ef(home, 'first');
  const before = filesIn(join(home, 'Migrations'));
  const ours = upgraded(home, version);

  const broken = build(home, version, '6.3');
  if (broken !== null) throw new Error(broken);
  ef(home, 'next', 'Update_DuendeIdentityServer_v6_3');
  const theirs = filesIn(join(home, 'Migrations'));
  for (const place of new Set([...theirs.keys()].map((path) => path.split('/')[0]))) {
    test(`${name}: the files of ${place} are EF's, byte for byte but for the time`, () => {
      const [a, b] = [timeless(ours, place), timeless(theirs, place)];
      same([...a.keys()], [...b.keys()], 'file names');
      if (timeless(before, place).size === b.size) throw new Error('EF added nothing');
      for (const [path, text] of b) same(a.get(path), text, path);
    });
  }

  rmSync(join(home, 'Migrations'), { recursive: true });
  for (const [path, text] of ours) write(join(home, 'Migrations', path), text);
  const problem = build(home, version, '6.3');
  const pending = problem === null ? ef(home, 'pending', 'Another') : '';
  test(`${name}: ours compile, and EF finds nothing left to add`, () => {
    if (problem !== null) throw new Error(problem);
    same(
      pending.match(/ settled$/gm)?.length,
      readdirSync(join(home, 'Migrations')).length + 1,
      'contexts that are settled',
    ); // two share a folder
  });
}

/** What our command line makes of the migrations; each renaming rule in a run of its own. */
function upgraded(home, version) {
  const byHand = run(home, version, 'word-boundaries');
  const byPackage = run(home, version, 'ef-naming-conventions');
  return new Map(
    [...byHand]
      .map(([path, text]) => [path, text])
      .filter(([path]) => !/PackageNames/.test(path))
      .concat([...byPackage].filter(([path]) => /PackageNames/.test(path))),
  );
}

function run(home, version, naming) {
  const [input, out] = [join(home, 'input'), join(home, 'output')];
  for (const folder of [input, out]) rmSync(folder, { recursive: true, force: true });
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
  const args = ['scripts/cli.mjs', input, '--accept', 'all', '--answer', `column-names=${naming}`, '--out-dir', out];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0 && status !== 1) throw new Error(stderr);
  const files = filesIn(join(out, 'Migrations'));
  for (const folder of [input, out]) rmSync(folder, { recursive: true, force: true });
  return files;
}

/** null, or what the compiler or NuGet said. */
function build(home, version, level) {
  const properties = Object.entries({ ...version, ModelLevel: level }).map(([key, value]) => `-p:${key}=${value}`);
  const { status, stdout } = spawnSync(
    'dotnet',
    ['build', '-v', 'q', '-nologo', '-p:UseAppHost=false', '-o', join(home, 'bin', 'out'), ...properties],
    { cwd: home, encoding: 'utf8' },
  );
  return status === 0 ? null : (stdout.match(/error .*/)?.[0] ?? stdout);
}

function ef(home, command, ...rest) {
  const { status, stdout, stderr } = spawnSync('dotnet', [join(home, 'bin', 'out', 'Ef.dll'), command, home, ...rest], {
    encoding: 'utf8',
  });
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
