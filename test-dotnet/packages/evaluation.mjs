import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dotnet, msbuild, xml } from './dotnet.mjs';

/** MSBuild's own evaluation of every project and framework, beside our model of it. */
export function evaluationTests({ test }, states, home, engine) {
  const asked = states
    .filter(({ kind }) => kind !== 'raised')
    .flatMap((state) =>
      state.projects.flatMap((project) => project.evaluations.map((evaluation) => ({ state, project, evaluation }))),
    )
    .map((one, i) => ({ ...one, answer: join(home, 'answers', `${i}.txt`) }));
  const output = evaluateAll(asked, home);
  const told = asked.map((one) => ({ ...one, msbuild: answerOf(one.answer) }));

  test('MSBuild evaluates every project', () => none(told.filter(({ msbuild }) => !msbuild).map(nameOf), output));
  test(`one at a time it says the same as ${asked.length} together`, () => {
    const one = told.find(({ msbuild }) => msbuild.references.length > 2);
    same(askedAlone(one), one.msbuild.references);
  });
  for (const rule of new Set(states.map((state) => state.rule))) {
    const own = told.filter(({ state, msbuild }) => state.rule === rule && msbuild);
    test(`${rule}: packages, versions and frameworks are MSBuild's (${own.length} evaluations)`, () =>
      none(own.flatMap((one) => differences(one).map((text) => `${nameOf(one)}: ${text}`))));
    test(`${rule}: after the edits every package of the family is at the target`, () =>
      none(own.filter(({ state }) => state.kind === 'after').flatMap((one) => leftBehind(one, engine))));
  }
}

const nameOf = ({ state, project, evaluation }) => `${state.name}/${project.path} ${evaluation.framework ?? ''}`;

const lines = [
  "framework|$(TargetFramework)|$(TargetFrameworks.Replace(';', ','))",
  'central|$(ManagePackageVersionsCentrally)|$(CentralPackageTransitivePinningEnabled)',
  "@(PackageReference->'reference|%(Identity)|%(Version)|%(VersionOverride)|%(IsImplicitlyDefined)')",
  "@(PackageVersion->'version|%(Identity)|%(Version)')",
  "@(GlobalPackageReference->'global|%(Identity)|%(Version)')",
].join(';');

/** One process for all: each project is asked for what it evaluates to by a target that comes in from outside. */
function evaluateAll(asked, home) {
  const items = asked.map(({ state, project, evaluation, answer }) => {
    const framework = project.evaluations.length > 1 ? `;TargetFramework=${evaluation.framework}` : '';
    return `<Asked Include="${xml(join(state.folder, project.path))}" AdditionalProperties="TellTo=${xml(answer)}${framework}" />`;
  });
  const tell = join(home, 'tell.targets');
  writeFileSync(
    tell,
    `<Project><Target Name="Tell"><WriteLinesToFile File="$(TellTo)" Lines="${lines}" /></Target></Project>`,
  );
  return msbuild(
    home,
    'evaluate.proj',
    `<Project>
  <ItemGroup>${items.join('\n')}</ItemGroup>
  <Target Name="All">
    <MSBuild Projects="@(Asked)" Targets="Tell" Properties="CustomAfterMicrosoftCommonTargets=${xml(tell)}" ContinueOnError="true" />
  </Target>
</Project>`,
    '-t:All',
  );
}

function answerOf(path) {
  if (!existsSync(path)) return null;
  const lines = readFileSync(path, 'utf8').split(/\r?\n(?=(?:framework|central|reference|version|global)\|)/); // a value may hold one
  const rows = (kind) =>
    lines
      .map((line) => line.split('|').map((value) => value.trim()))
      .flatMap(([k, ...rest]) => (k === kind ? [rest] : []));
  return {
    framework: rows('framework')[0],
    isCentral: /^true$/i.test(rows('central')[0][0]),
    pinsTransitive: /^true$/i.test(rows('central')[0][1]),
    references: rows('reference').filter(isStated),
    versions: rows('version'),
    global: rows('global'),
  };
}

/** Not what the SDK adds by itself. */
const isStated = ([id, , , isImplicit]) => !/^true\s*$/i.test(isImplicit) && id !== 'FSharp.Core';

function askedAlone({ state, project, evaluation }) {
  const framework = project.evaluations.length > 1 ? [`-p:TargetFramework=${evaluation.framework}`] : [];
  const output = dotnet(state.folder, ['msbuild', project.path, '-getItem:PackageReference', ...framework]);
  return JSON.parse(output)
    .Items.PackageReference.map((item) =>
      ['Identity', 'Version', 'VersionOverride', 'IsImplicitlyDefined'].map((name) => item[name] ?? ''),
    )
    .filter(isStated);
}

/** What restore would be given: of several items for one package the first, and central lines where they are managed. */
function packagesOf({ references, versions, global, isCentral }) {
  const lines = new Map([...versions].reverse().map(([id, version]) => [id.toLowerCase(), version]));
  const packages = new Map();
  const all = [...references, ...global.map(([id, version]) => [id, version, ''])];
  for (const [id, version, override] of all) {
    const key = id.trim().toLowerCase();
    if (packages.has(key)) continue;
    const line = isCentral ? lines.get(key) : undefined;
    packages.set(key, (line === undefined ? version : override || line).trim());
  }
  return packages;
}

function differences({ project, evaluation, msbuild }) {
  const theirs = packagesOf(msbuild);
  const found = [];
  const { packages } = evaluation;
  for (const { id, version, conditions, places } of packages.references) {
    const actual = theirs.get(id.toLowerCase());
    const isOpen = conditions.length > 0 || places.some((place) => place.conditions.length > 0);
    if (isOpen) continue; // MSBuild has one configuration at a time
    if (actual !== (version ?? '')) found.push(`${id} is ${actual}, not ${version}`);
  }
  const ours = new Set(packages.references.map(({ id }) => id.toLowerCase()));
  for (const id of theirs.keys()) if (!ours.has(id)) found.push(`${id} is not ours`);
  const [framework, frameworks] = msbuild.framework;
  if (framework !== (evaluation.framework ?? '')) found.push(`framework ${framework}`);
  const list = frameworks === '' ? framework : frameworks.replaceAll(',', ';');
  if (list !== project.targetFrameworks.join(';')) found.push(`frameworks ${list}`);
  if (packages.isCentral !== msbuild.isCentral) found.push(`central ${msbuild.isCentral}`);
  if (packages.pinsTransitive !== msbuild.pinsTransitive) found.push(`pins ${msbuild.pinsTransitive}`);
  return found;
}

/** Family packages that take something older than the target and are not with a person. */
function leftBehind(one, { isFamily, raise, published }) {
  const { state, project, msbuild } = one;
  const byHand = state.findings.filter(({ rule, fixes }) => rule === 'package-version' && fixes.length === 0);
  return [...packagesOf(msbuild)]
    .filter(([id, version]) => isFamily(id) && version !== '')
    .filter(([, version]) => !['enough', 'floats-there'].includes(raise(version, state.target, published).kind))
    .filter(([, version]) => !/^\W*[0-5]\./.test(version)) // below 6.0 it stays
    .filter(([id]) => !byHand.some((f) => f.projects.includes(project.path) && f.title.toLowerCase().includes(id)))
    .map(([id, version]) => `${nameOf(one)}: ${id} ${version}`);
}

function same(actual, wanted) {
  const [a, b] = [actual, wanted].map((value) => JSON.stringify(value));
  if (a !== b) throw new Error(`${a}\n${b}`);
}

function none(problems, context = '') {
  if (problems.length > 0) throw new Error([...problems, context].join('\n').trim());
}
