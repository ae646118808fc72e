// The rules about nullable annotations against the real compiler, with every warning of null an error: what they read compiles with
// the old product, fails with the new one at the lines they name, and compiles with both after their own edits.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildCli, builtCli } from '../../scripts/lib/build-cli.mjs';
import { root } from '../../scripts/lib/run.mjs';
import { tally } from '../../scripts/lib/tally.mjs';
import { compile } from '../csharp/compiler.mjs';

const rules = join(root, 'src/guides/v6_2-to-v6_3/rules');
const read = ['null-annotations-added', 'identity-model-annotated', 'interface-members-annotated'];
/** Cases that this can't judge, and why. */
const left = {
  'identity-model-annotated/ignores-what-moves-nothing': 'is several projects',
  'interface-members-annotated/ignores-a-version-that-is-not-annotated-yet': 'goes to another version',
  'interface-members-annotated/ignores-what-is-annotated-off-or-another-type': 'is several projects',
  'interface-members-annotated/knows-what-makes-it-an-error': 'is several projects',
  'interface-members-annotated/is-advice-where-it-is-a-warning': 'has warnings that stay warnings',
  'interface-members-annotated/allows-null-where-warnings-are-errors': 'implements its interfaces in part',
  'interface-members-annotated/warns-of-a-cache-with-an-open-type': 'implements its interface in part',
  'null-annotations-added/is-told-once-where-it-warns': 'has warnings that stay warnings',
};
/** The `?` that these get is right on 6.3 alone. */
const newOnly = ['N09'];
/** Constructs over types that have no stand-in. */
const without = ['N20'];

const usings = `${['System', 'System.Collections.Generic', 'System.IO', 'System.Linq', 'System.Net.Http', 'System.Security.Claims', 'System.Threading', 'System.Threading.Tasks', 'Microsoft.AspNetCore.Authentication', 'Microsoft.AspNetCore.Builder', 'Microsoft.AspNetCore.Http', 'Microsoft.Extensions.Configuration', 'Microsoft.Extensions.DependencyInjection', 'Microsoft.Extensions.Logging'].map((name) => `global using ${name};`).join('\n')}\n`;
const project = `<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup><TargetFramework>net6.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><WarningsAsErrors>nullable</WarningsAsErrors></PropertyGroup>
  <ItemGroup>
    <Using Include="Microsoft.AspNetCore.Authentication" />
    <Using Include="System.Security.Claims" />
    <PackageReference Include="Duende.IdentityServer" Version="6.2.5" />
  </ItemGroup>
</Project>
`;

const { test, skip, end } = tally();
const work = mkdtempSync(join(tmpdir(), 'nullability-'));
try {
  if ((await buildCli()) !== 0) throw new Error('The command line could not be built.');
  const cases = [...truthCases(), ...ruleCases()].map(upgraded);
  const answers = compiled(cases);
  for (const one of cases) judge(one, answers);
} finally {
  rmSync(work, { recursive: true, force: true });
}
end();

/** What the compiler said about the product's own sources. */
function truthCases() {
  const { cases } = JSON.parse(readFileSync(join(root, 'src/testing/reference/compiler-truth.json'), 'utf8'));
  return cases
    .filter(({ entry, id }) => entry === 'N' && !without.includes(id) && id !== 'N30' && !id.endsWith('.fix'))
    .map(({ id, code, warnings }) => {
      const folder = join(work, 'truth', id);
      put(join(folder, 'Case.cs'), `${code.join('\n')}\n`);
      put(join(folder, 'Case.csproj'), project);
      const said = warnings['6.3.10'].map(({ code: warning, line }) => `Case.cs:${line} ${warning}`);
      return { name: id, folder, said, nullable: false };
    });
}

function ruleCases() {
  return read.flatMap((rule) =>
    readdirSync(join(rules, rule, 'cases')).flatMap((name) => {
      const id = `${rule}/${name}`;
      if (!(id in left)) return [{ name: id, folder: join(rules, rule, 'cases', name, 'before'), nullable: true }];
      skip(`${id}: ${left[id]}`);
      return [];
    }),
  );
}

/** The case with its report, and its files as they leave with the first fix of everything. */
function upgraded(one, index) {
  const out = join(work, 'out', String(index));
  const report = join(work, `${index}.json`);
  const args = [builtCli, one.folder, '--quiet', '--accept', 'all', '--out-dir', out, '--report', report];
  const { status, stderr } = spawnSync(process.execPath, [...args, '--to', '6.3.10'], { encoding: 'utf8' });
  if (status > 1) throw new Error(`${one.name}: ${stderr}`);
  const { findings } = JSON.parse(readFileSync(report, 'utf8'));
  const breaks = findings.filter(({ severity, step }) => severity === 'breaks-build' && step === 'breaking-changes');
  return { ...one, breaks, before: filesIn(one.folder), after: filesIn(out) };
}

/** The stand-ins as they are, and without their annotations. */
function compiled(cases) {
  const now = readFileSync(join(root, 'test-dotnet/nullability/Product.cs'), 'utf8');
  const before = now.replaceAll('#nullable enable', '#nullable disable').replace(/(?<=[\w>\]])\?(?=[ >,)])/g, '');
  const product = { path: 'Product.cs', text: `${usings}#if NOW\n${now}\n#else\n${before}\n#endif\n` };
  const requests = cases.flatMap(({ name, before: old, after, nullable }) =>
    [
      ['old', [], old],
      ['new', ['NOW'], old],
      ['after', ['NOW'], after],
      ['after, old', [], after],
    ].map(([id, symbols, files]) => ({
      id: `${name} ${id}`,
      symbols,
      files: [...files, { path: 'Usings.cs', text: usings }],
      nullable: nullable ? 'enable' : 'disable',
    })),
  );
  return compile(work, product, requests);
}

function judge({ name, breaks, said }, answers) {
  const errors = (id) =>
    [...new Set(answers.get(`${name} ${id}`).map(({ code, path, line }) => `${path}:${line} ${code}`))].sort();
  test(`${name} compiles with 6.2`, () => same(errors('old'), []));
  const found = errors('new');
  if (said)
    test(`${name} is warned of with 6.3 as it was with the product`, () => same(found, [...new Set(said)].sort()));
  test(`${name} fails with 6.3 where a rule says so`, () => {
    const lines = [...new Set(found.map((error) => error.replace(/ .*/, '')))];
    const places = [...new Set(breaks.flatMap(({ evidence }) => evidence.map(({ path, line }) => `${path}:${line}`)))];
    same(places.sort(), lines.sort());
  });
  if (breaks.some(({ fixes }) => fixes.length === 0)) return;
  test(`${name} compiles with 6.3 after the edits`, () => same(errors('after'), []));
  if (!newOnly.includes(name)) test(`${name} compiles with 6.2 after the edits`, () => same(errors('after, old'), []));
}

function same(is, should) {
  if (JSON.stringify(is) !== JSON.stringify(should))
    throw new Error(`${JSON.stringify(is)} is not ${JSON.stringify(should)}`);
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.cs'))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8').replace(/^\ufeff/, '') }));
}

function put(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
