import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { msbuild, xml } from './dotnet.mjs';
import { makeFeed } from './feed.mjs';

const rules = ['package-version', 'package-floor-raised'];

/** What NuGet's restore says to the cases, with the family raised alone and with all edits. */
export async function restoreTests({ test }, states, home, sdk, engine) {
  const asked = states
    .filter(({ rule, kind }) => rules.includes(rule) && kind !== 'before')
    .flatMap((state) => state.projects.map((project) => ({ state, project, file: join(state.folder, project.path) })))
    .filter(({ project }) => project.targetFrameworks.length > 0); // without one nothing is restored
  await makeFeed(join(home, 'feed'), namedIn(asked, engine), engine);
  const errors = restoreAll(asked, home, sdk);
  const answers = asked.map((one) => ({ ...one, errors: errors.get(one.file) ?? [], taken: takenBy(one.file) }));

  for (const rule of rules) {
    const own = (kind) => answers.filter(({ state }) => state.rule === rule && state.kind === kind);
    const refusals = own('raised').flatMap(refusalsIn).length;
    test(`${rule}: with the family raised alone, restore refuses what findings name (${refusals}), and nothing else`, () =>
      none(own('raised').flatMap(unexpected)));
    test(`${rule}: with all edits, nothing is refused (${own('after').length} projects)`, () =>
      none(own('after').flatMap(refused)));
    test(`${rule}: with all edits, restore takes the family at the target`, () =>
      none(own('after').flatMap((one) => leftBehind(one, engine))));
  }
}

const nameOf = ({ state, project }) => `${state.name}/${project.path}`;

/** The versions that projects name, each at its lowest; the family is there anyway. */
function namedIn(asked, { isFamily, parseRange, normalized }) {
  const packages = asked.flatMap(({ project }) => project.evaluations.map(({ packages }) => packages));
  const stated = packages.flatMap(({ references, central }) => [...references, ...central]);
  return stated
    .flatMap(({ id, places }) => places.map(({ value }) => [id, parseRange(value ?? '')?.min]))
    .filter(([id, min]) => min && !isFamily(id))
    .map(([id, min]) => [id, normalized(min)]);
}

/** One restore for all projects; its errors by project. Nothing is asked from a network. */
function restoreAll(asked, home, sdk) {
  const config = join(home, 'NuGet.config');
  writeFileSync(
    config,
    `<configuration><packageSources><clear /><add key="feed" value="${xml(join(home, 'feed'))}" /></packageSources></configuration>`,
  );
  const properties = {
    RestoreConfigFile: config,
    EnableTargetingPackDownload: 'false',
    EnableAppHostPackDownload: 'false',
    UseAppHost: 'false',
    NuGetAudit: 'false',
    CheckEolTargetFramework: 'false',
  };
  const output = msbuild(
    home,
    'restore.proj',
    `<Project>
  <PropertyGroup><RestoreGraphProjectInput>${asked.map(({ file }) => xml(file)).join(';')}</RestoreGraphProjectInput></PropertyGroup>
  <Import Project="${xml(join(sdk, 'NuGet.targets'))}" />
</Project>`,
    '-t:Restore',
    ...Object.entries(properties).map(([name, value]) => `-p:${name}=${value}`),
  );
  const errors = new Map();
  for (const [, file, code, text] of output.matchAll(/^\s*(.+?proj) : (?:error|warning) (NU1\d+): (.*)$/gm)) {
    const known = errors.get(file) ?? [];
    if (!known.some((error) => error.code === code && error.text === text))
      errors.set(file, [...known, { code, text }]);
  }
  return errors;
}

/** Family packages in what was restored. null: it wasn't. */
function takenBy(file) {
  const assets = join(dirname(file), 'obj/project.assets.json');
  return existsSync(assets) ? Object.keys(JSON.parse(readFileSync(assets, 'utf8')).libraries) : null;
}

/** Downgrades and conflicts; not that a package is named twice, or that a range's own lowest version is missing. */
const refusal = /^NU1(008|010|011|101|102|103|107|109|605|608)$/;

const refusalsIn = ({ errors }) => [...new Set(errors.map(({ code }) => code).filter((code) => refusal.test(code)))];

const codesIn = ({ message }) => message.match(/NU1\d{3}/g) ?? [];

function unexpected(one) {
  const { state, project } = one;
  const told = state.findings.filter((f) => f.rule === 'package-floor-raised' && f.projects.includes(project.path));
  const stopping = told.filter(({ severity }) => severity === 'breaks-build');
  const named = new Set(stopping.flatMap(codesIn));
  const expected = new Set(stopping.filter(({ confidence }) => confidence === 'certain').flatMap(codesIn));
  const actual = refusalsIn(one);
  return [
    ...actual.filter((code) => !named.has(code)).map((code) => `${nameOf(one)}: ${code} was not expected`),
    ...[...expected].filter((code) => !actual.includes(code)).map((code) => `${nameOf(one)}: ${code} did not come`),
  ];
}

/** What a finding leaves to a person stays refused. */
function refused({ errors, ...one }) {
  const { state, project } = one;
  const byHand = state.findings.filter(({ fixes, projects }) => fixes.length === 0 && projects.includes(project.path));
  const left = new Set(byHand.flatMap(codesIn));
  return errors
    .filter(({ code }) => refusal.test(code) && !left.has(code))
    .map(({ code, text }) => `${nameOf(one)}: ${code} ${text}`);
}

/** Where one of the family is left to a person, what it brings is too. */
function leftBehind(one, { isFamily, compareTexts }) {
  const { state, taken } = one;
  const isByHand = state.findings.some(({ rule, fixes }) => rule === 'package-version' && fixes.length === 0);
  if (taken === null || isByHand) return [];
  return taken
    .map((library) => library.split('/'))
    .filter(([id, version]) => isFamily(id) && compareTexts(version, state.target) < 0)
    .map(([id, version]) => `${nameOf(one)}: ${id} ${version}`);
}

function none(problems) {
  if (problems.length > 0) throw new Error(problems.join('\n'));
}
