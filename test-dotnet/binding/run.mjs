// Roslyn's binding beside our index: for every type name, receiver, argument and call in the C# of every fixture, what the compiler
// binds it to and what we take it for. What we are sure of must be what the compiler says, with the old product or with the new one.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/lib/run.mjs';
import { tally } from '../../scripts/lib/tally.mjs';
import { references } from '../csharp/compiler.mjs';
import { usings as implicitUsings } from '../csharp/usings.mjs';
import { known } from './known.mjs';
import { askedNames, engineModules, readSolution } from './ours.mjs';

const simple = (name) => name.slice(name.lastIndexOf('.') + 1);
const bytes = (text) => new TextEncoder().encode(text);

const project = `<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup><TargetFramework>net6.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup>
    <Using Include="Microsoft.AspNetCore.Authentication" />
    <Using Include="System.Collections.Specialized" />
    <PackageReference Include="Duende.IdentityServer.EntityFramework" Version="6.2.5" />
  </ItemGroup>
</Project>
`;

const usingsOf = ({ usings, specialUsings }) =>
  [
    ...usings.map((name) => `global using ${name};`),
    ...specialUsings.map(({ kind, name, of }) =>
      kind === 'static' ? `global using static ${of};` : `global using ${name} = ${of};`,
    ),
  ].join('\n');

const isKnown = ({ name }, { at }, used) => {
  const key = `${name} ${at}`;
  if (!(key in known)) return false;
  used.add(key);
  return true;
};

const { test, end } = tally();
const work = mkdtempSync(join(tmpdir(), 'binding-'));
const { engine, close } = await engineModules();
/** Most are the product's; rules ask about some of the framework's too. */
const asked = new Set(askedNames(engine).flatMap((name) => [`product ${name}`, `other ${name}`]));
try {
  const grammar = await engine.testGrammar();
  const wanted = process.env.ONLY; // a part of a fixture's name, to look at it alone
  const solutions = fixtures()
    .filter(({ name }) => !wanted || name.includes(wanted))
    .map(({ name, files }) => ({ name, ...readSolution(files, grammar, engine) }));
  const requests = solutions.flatMap(requestsOf);
  const [old, now] = [[], ['V63', 'V637']].map((symbols) => compiled(symbols, requests));
  const counts = { agree: 0, missed: [], unknown: 0, unjudged: 0 };
  const used = new Set();
  for (const solution of solutions) {
    const wrong = disagreements(solution, old, now, counts);
    test(`${solution.name} is bound as the compiler binds it`, () =>
      none(wrong.filter((one) => !isKnown(solution, one, used))));
  }
  test('every disagreement that is taken for harmless is still there', () =>
    none(Object.keys(known).filter((key) => !used.has(key))));
  for (const at of counts.missed) console.log(`missed  ${at}`);
  console.log(
    `${counts.agree} places agree, ${counts.unknown} we say we don't know, ${counts.unjudged} the compiler can't tell here.`,
  );
} finally {
  await close();
  rmSync(work, { recursive: true, force: true });
}
end();

/** Every folder of C#: the cases of all rules, the constructs of the compiler's truth, the sample solutions. */
function fixtures() {
  const cases = [...engine.guides.values()].flatMap(({ id, rules }) =>
    rules.flatMap(({ meta }) =>
      engine.readCases(id, meta.id).map(({ name, before }) => ({ name: `${meta.id}/${name}`, files: before })),
    ),
  );
  const truth = JSON.parse(readFileSync(join(root, 'src/testing/reference/compiler-truth.json'), 'utf8'));
  const constructs = truth.cases.map(({ id, code }) => ({
    name: id,
    files: new Map([
      ['Case/Case.cs', bytes(`${code.join('\n')}\n`)],
      ['Case/Case.csproj', bytes(project)],
    ]),
  }));
  const samples = [
    'harbour-shop',
    ...engine.foldersIn(join(engine.solutions, 'cases/csharp')).map((name) => `cases/csharp/${name}`),
  ];
  const whole = samples.map((name) => ({ name, files: engine.filesIn(join(engine.solutions, name)) }));
  const tricks = engine.foldersIn(join(root, 'test-dotnet/binding/tricks')).map((name) => ({
    name: `tricks/${name}`,
    files: engine.filesIn(join(root, 'test-dotnet/binding/tricks', name)),
  }));
  return [...cases, ...constructs, ...whole, ...tricks].filter(({ files }) =>
    [...files.keys()].some((path) => path.endsWith('.cs')),
  );
}

/** One compilation for each project, as it is first built, after those that it references; one for all files where there is no project. */
function requestsOf({ name, projects, paths, textOf }) {
  const files = (sources) =>
    sources.flatMap((path) => (textOf(path) === undefined ? [] : [{ path, text: textOf(path) }]));
  if (projects.length === 0) return [{ id: name, symbols: [], others: [], files: files(paths) }];
  const idOf = (path) => `${name}:${path}`;
  const done = new Map();
  const visit = (project) => {
    if (done.has(project.path)) return done.get(project.path);
    done.set(project.path, new Set());
    const others = new Set();
    for (const other of projects.filter(({ path }) => project.references.includes(path)))
      for (const path of [...visit(other), other.path]) others.add(path);
    done.set(project.path, others);
    const [build] = project.builds;
    ordered.push({
      id: idOf(project.path),
      symbols: build.defines,
      others: [...others].map(idOf),
      files: [...files(build.sources), { path: '', text: usingsOf(build) }],
    });
    return others;
  };
  const ordered = [];
  for (const project of projects) visit(project);
  return ordered;
}

function compiled(symbols, requests) {
  const folder = join(root, 'test-dotnet/binding/bind');
  const built = join(work, 'bind');
  const options = ['-nologo', '-v', 'q', `-p:BaseIntermediateOutputPath=${join(work, 'obj')}/`];
  execFileSync('dotnet', ['build', folder, '-o', built, ...options], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [input, output] = [join(work, 'input.json'), join(work, 'output.json')];
  writeFileSync(input, JSON.stringify({ references: references(), symbols, product: product(), requests }));
  execFileSync('dotnet', [join(built, 'Bind.dll'), input, output], { stdio: 'inherit' });
  return new Map(JSON.parse(readFileSync(output, 'utf8')).map(({ id, places }) => [id, places]));
}

/** The stand-ins of the other suites, and an empty type for each other one that rules ask about. */
function product() {
  const text = readFileSync(join(root, 'test-dotnet/csharp/Product.cs'), 'utf8');
  const isThere = (name) => new RegExp(`\\b(class|interface|enum) ${simple(name)}\\b`).test(text);
  const more = askedNames(engine)
    .filter((name) => name.startsWith('Duende.') && !isThere(name) && !isThere(name.slice(0, name.lastIndexOf('.'))))
    .map(
      (name) =>
        `namespace ${name.slice(0, name.lastIndexOf('.'))} { public ${/\.I[A-Z]/.test(name) ? 'interface' : 'class'} ${simple(name)} { } }`,
    );
  return [
    { path: 'Product.cs', text: implicitUsings + text },
    { path: 'More.cs', text: more.join('\n') },
  ];
}

function disagreements(solution, old, now, counts) {
  const wrong = new Map();
  for (const { id } of requestsOf(solution)) {
    for (const [i, place] of old.get(id).entries()) {
      const names = [place.name, now.get(id)[i].name];
      const ours = solution.answer(place);
      const verdict = compare(ours ?? { kind: 'unknown', why: 'not read' }, names, place);
      const text = solution.textOf(place.path).slice(place.start, place.end).replace(/\s+/g, ' ').slice(0, 80);
      const at = `${place.path}:${place.line} ${place.kind} ${text}`;
      if (verdict === 'missed') counts.missed.push(`${solution.name} ${at} ${names[0]} ${ours?.why}`);
      else if (verdict in counts) counts[verdict]++;
      else wrong.set(at, verdict);
    }
  }
  return [...wrong].map(([at, verdict]) => ({ at, text: `${at}: ${verdict}` }));
}

/**
 * `names` are the compiler's, with the old product and with the new: 'own A.B', 'product A.B', 'other A.B'; '' for what is no type
 * with a name, null where it has no answer. Those that a type parameter is constrained to are divided by '|'.
 */
function compare(ours, names, { kind }) {
  const said = names.flatMap((name) => name?.split('|') ?? []);
  const isOfInterest = said.some((name) => name.startsWith('own ') || (kind !== 'called' && asked.has(name)));
  if (ours.kind === 'unknown') return isOfInterest ? 'missed' : 'unknown';
  if (names.every((name) => name === null)) return 'unjudged';
  const taken = ours.kind === 'solution' ? [`own ${ours.name}`] : [`product ${ours.name}`, `other ${ours.name}`];
  const isRight = ours.kind === 'other' ? !isOfInterest : taken.some((name) => said.includes(name));
  if (isRight) return 'agree';
  return `we take it for ${ours.kind === 'other' ? `none of it (${ours.name})` : taken[0]}, the compiler for ${said.join(' or ')}`;
}

function none(wrong) {
  if (wrong.length > 0) throw new Error(wrong.map(({ text }) => text ?? wrong).join('\n'));
}
