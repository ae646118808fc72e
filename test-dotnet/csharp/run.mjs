// The rules about C# against the real compiler: what they read compiles with the old product, fails with the new one where they
// say so, and compiles with the new one after their own edits. The product's types are stand-ins with its exact signatures.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { buildCli, builtCli } from '../../scripts/lib/build-cli.mjs';
import { root } from '../../scripts/lib/run.mjs';
import { tally } from '../../scripts/lib/tally.mjs';
import { compile } from './compiler.mjs';
import { usings } from './usings.mjs';

const rules = join(root, 'src/guides/v6_2-to-v6_3/rules');
const read = [
  'authorization-error-added',
  'base-members-added',
  'extension-methods-added',
  'non-isolated-flag-unset',
  'redirect-validation-overloaded',
  'type-names-taken',
  'back-channel-logout-constructor-changed',
  'cleanup-grants-renamed',
  'dynamic-provider-logger-added',
  'page-result-constructor-changed',
  'process-token-request-called-more',
  'refresh-token-service-constructor-changed',
  'token-cleanup-constructor-changed',
  'token-cleanup-registration-ignored',
  'token-cleanup-service-unregistered',
  'token-request-validator-changed',
];
/** Cases that don't compile with both, or not in one way, and why. */
const moved = 'holds code that has moved to 6.3 already';
const calls = 'calls what is not in it';
const left = {
  'cleanup-grants-renamed/ignores-identityserver4': 'is about another product',
  'cleanup-grants-renamed/leaves-a-project-for-both-versions-to-a-person': 'is built for both versions',
  'cleanup-grants-renamed/tells-a-receiver-it-cannot-follow': calls,
  'cleanup-grants-renamed/tells-apart-an-own-extension': calls,
  'cleanup-grants-renamed/ignores-own-methods-and-types': calls,
  'cleanup-grants-renamed/renames-calls-on-known-receivers': calls,
  'token-cleanup-service-unregistered/leaves-a-project-for-both-versions-to-a-person': 'is built for both versions',
  'token-cleanup-constructor-changed/names-the-notification-where-both-versions-are-built':
    'is built for both versions',
  'token-cleanup-constructor-changed/leaves-a-call-with-a-directive-to-a-person': 'depends on how it is built',
  'refresh-token-service-constructor-changed/leaves-code-for-both-versions-to-a-person': 'is built for both versions',
  'back-channel-logout-constructor-changed/ignores-what-is-none-of-it': moved,
  'dynamic-provider-logger-added/ignores-what-is-none-of-it': moved,
  'page-result-constructor-changed/ignores-what-is-none-of-it': moved,
  'refresh-token-service-constructor-changed/ignores-what-is-none-of-it': moved,
  'token-cleanup-registration-ignored/ignores-what-is-none-of-it': moved,
  'token-request-validator-changed/ignores-what-is-none-of-it': moved,
  'base-members-added/ignores-overloads-and-members-that-say-so': moved,
  'redirect-validation-overloaded/tells-of-mocks': 'needs a mocking library',
  'type-names-taken/ignores-names-that-are-clear': moved,
};

const truthUsings = 'global using Microsoft.AspNetCore.Authentication;\nglobal using System.Collections.Specialized;\n';
const project = `<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup><TargetFramework>net6.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup>
    <Using Include="Microsoft.AspNetCore.Authentication" />
    <Using Include="System.Collections.Specialized" />
    <PackageReference Include="Duende.IdentityServer.EntityFramework" Version="6.2.5" />
  </ItemGroup>
</Project>
`;

const { test, skip, end } = tally();
const work = mkdtempSync(join(tmpdir(), 'csharp-'));
try {
  if ((await buildCli()) !== 0) throw new Error('The command line could not be built.');
  const cases = [...truthCases(), ...ruleCases()].map(upgraded);
  const answers = compiled(cases);
  for (const one of cases) judge(one, answers);
} finally {
  rmSync(work, { recursive: true, force: true });
}
end();

/** What the compiler said about the product's own sources, for the changed constructors and the validator. */
function truthCases() {
  const { cases } = JSON.parse(readFileSync(join(root, 'src/testing/reference/compiler-truth.json'), 'utf8'));
  return cases
    .filter(({ entry, compilesOn62 }) => compilesOn62 && /^(A01|A0[4-9]|A1[1-3]|PRIMARY|LINE)$/.test(entry))
    .map(({ id, code, errors }) => {
      const folder = join(work, 'truth', id);
      put(join(folder, 'Case.cs'), `${code.join('\n')}\n`);
      put(join(folder, 'Case.csproj'), project);
      const said = errors['6.3.10'].map(({ code: error, line }) => `Case.cs:${line} ${error}`);
      return { name: id, folder, said, usings: usings + truthUsings };
    });
}

function ruleCases() {
  return read.flatMap((rule) =>
    readdirSync(join(rules, rule, 'cases')).flatMap((name) => {
      const id = `${rule}/${name}`;
      if (id in left) {
        skip(`${id}: ${left[id]}`);
        return [];
      }
      const folder = join(rules, rule, 'cases', name);
      const options = join(folder, 'case.json');
      const to = existsSync(options) ? JSON.parse(readFileSync(options, 'utf8')).to : undefined;
      const isImplicit = readdirSync(join(folder, 'before')).every(
        (file) =>
          !file.endsWith('.csproj') || /ImplicitUsings/.test(readFileSync(join(folder, 'before', file), 'utf8')),
      );
      return [
        {
          name: id,
          folder: join(folder, 'before'),
          to,
          usings: isImplicit ? usings : '',
          warnings: warningsIn(folder),
        },
      ];
    }),
  );
}

/** Of the codes that this upgrade brings, those that the case's project makes errors of. */
function warningsIn(folder) {
  const project = readdirSync(join(folder, 'before')).find((file) => file.endsWith('.csproj'));
  const text = project ? readFileSync(join(folder, 'before', project), 'utf8') : '';
  const all = /<TreatWarningsAsErrors>true</.test(text) ? 'CS0108;CS0114;CS0618;CS8509' : '';
  return /<WarningsAsErrors>([^<]*)</.exec(text)?.[1] ?? all;
}

/** The case with its report, and its files as they leave with the first fix of everything. */
function upgraded(one, index) {
  const out = join(work, 'out', String(index));
  const report = join(work, `${index}.json`);
  const args = [builtCli, one.folder, '--quiet', '--accept', 'all', '--out-dir', out, '--report', report];
  const { status, stderr } = spawnSync(process.execPath, [...args, '--to', one.to ?? '6.3.10'], { encoding: 'utf8' });
  if (status > 1) throw new Error(`${one.name}: ${stderr}`);
  const { findings } = JSON.parse(readFileSync(report, 'utf8'));
  const breaks = findings.filter(({ severity, step }) => severity === 'breaks-build' && step === 'breaking-changes');
  return { ...one, breaks, before: filesIn(one.folder), after: filesIn(out) };
}

function compiled(cases) {
  const product = {
    path: 'Product.cs',
    text: usings + readFileSync(join(root, 'test-dotnet/csharp/Product.cs'), 'utf8'),
  };
  const requests = cases.flatMap(({ name, before, after, to, usings: global, warnings }) => {
    const now = to === '6.3.6' ? ['V63'] : ['V63', 'V637'];
    const request = (id, symbols, files) => ({
      id: `${name} ${id}`,
      symbols,
      warnings: warnings ?? '',
      files: [...files, { path: 'Usings.cs', text: global }],
    });
    return [request('old', [], before), request('new', now, before), request('after', now, after)];
  });
  return compile(work, product, requests);
}

function judge({ name, breaks, said }, answers) {
  const errors = (id) => answers.get(`${name} ${id}`).map(({ code, path, line }) => `${path}:${line} ${code}`);
  test(`${name} compiles with 6.2`, () => same(errors('old'), []));
  const found = errors('new');
  if (said) test(`${name} fails with 6.3 as it did with the product`, () => same(found.sort(), said.sort()));
  test(`${name} fails with 6.3 where a rule says so`, () => {
    const places = breaks.flatMap(({ evidence }) => evidence.map(({ path, line }) => `${path}:${line}`));
    const first = breaks.map(({ evidence: [{ path, line }] }) => `${path}:${line}`);
    const lines = found.map((error) => error.replace(/ .*/, ''));
    same(
      lines.filter((line) => !places.includes(line)),
      [],
    );
    same(
      first.filter((line) => !lines.includes(line)),
      [],
    );
  });
  if (breaks.every(({ fixes }) => fixes.length > 0))
    test(`${name} compiles with 6.3 after the edits`, () => same(errors('after'), []));
}

function same(is, should) {
  if (JSON.stringify(is) !== JSON.stringify(should))
    throw new Error(`${JSON.stringify(is)} is not ${JSON.stringify(should)}`);
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.cs'))
    .map((path) => ({
      path: relative('.', path),
      text: readFileSync(join(folder, path), 'utf8').replace(/^\ufeff/, ''),
    }));
}

function put(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
