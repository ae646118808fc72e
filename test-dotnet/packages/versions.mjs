import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dotnet } from './dotnet.mjs';

const count = 4000;

/** The SDK's own NuGet.Versioning over generated texts: is it a version, which comes first, what does a range take. */
export function versionTests({ test }, home, sdk, engine) {
  const folder = join(home, 'versions');
  mkdirSync(folder);
  for (const file of ['Versions.csproj', 'Program.cs'])
    cpSync(join(fileURLToPath(new URL('versions', import.meta.url)), file), join(folder, file));
  const built = dotnet(folder, ['build', '-nologo', '-v:q', '-o', 'out', `-p:SdkFolder=${sdk}`]);
  const questions = [...texts('V', versions, engine), ...texts('C', pairs, engine), ...texts('R', ranges, engine)];
  const output = dotnet(folder, [join('out', 'Versions.dll')], { input: questions.join('\n') });
  const answers = output.trimEnd().split(/\r?\n/);

  test(`NuGet answers ${questions.length} questions`, () => {
    if (answers.length !== questions.length) throw new Error(`${built}\n${output.slice(0, 2000)}`);
  });
  const kinds = { V: 'reads and normalises versions', C: 'orders versions', R: 'takes from what is available' };
  for (const [kind, what] of Object.entries(kinds)) {
    test(`ours ${what} as NuGet does`, () => {
      const wrong = questions.flatMap((question, i) => {
        const ours = question.startsWith(kind) ? answerOf(question, engine) : answers[i];
        return ours === answers[i] ? [] : [`${question}: NuGet says ${answers[i]}, ours ${ours}`];
      });
      if (wrong.length > 0) throw new Error(`${wrong.length} differ\n${wrong.slice(0, 20).join('\n')}`);
    });
  }
}

function texts(kind, make, { forEachSeed }) {
  const made = [];
  forEachSeed(count, (random) => made.push(`${kind}|${make(random)}`));
  return made;
}

function answerOf(question, { parseVersion, compareVersions, normalized, parseRange, takes }) {
  const [kind, first, second] = question.split('|');
  if (kind === 'V') {
    const version = parseVersion(first);
    return version ? normalized(version) : 'null';
  }
  if (kind === 'C') return String(compareVersions(parseVersion(first), parseVersion(second)));
  const range = parseRange(first);
  const taken = range && takes(range, second.split(' ').map(parseVersion));
  return range ? (taken ? normalized(taken) : 'none') : 'null';
}

/** Mostly versions, some of them odd in one place. */
function versions(random) {
  const text = version(random, 1 + random.int(4));
  if (random.int(3) > 0) return text;
  const at = random.int(text.length + 1);
  return (
    text.slice(0, at) +
    random.pick([' ', '.', '-', '+', '0', '00', 'a', '_', '99999999999', '*', '']) +
    text.slice(at + random.int(2))
  );
}

const labels = ['-rc', '-RC.1', '-rc.1', '-rc.10', '-alpha.2', '-beta', '-1', '-a-b.0', '-rc.01', '--', '-99999999999'];

function version(random, numbers = 2 + random.int(3)) {
  const text = Array.from({ length: numbers }, () => random.pick([0, 0, 1, 2, 3, 6, 10])).join('.');
  const label = random.int(3) === 0 ? random.pick(labels) : '';
  return text + (label === '-rc.01' ? '-rc.1' : label) + random.pick(['', '', '', '', '+m.1']);
}

const pairs = (random) => `${version(random)}|${version(random)}`;

/** Minimum, floating, and intervals with all brackets and blanks; what is available lies near them. */
function ranges(random) {
  const floating = () =>
    random.pick([
      '*',
      '*-*',
      '6.*',
      '6.2.*',
      '6.2.*-*',
      '6.2.0-*',
      '6.2.0-rc.*',
      '6.2.0-rc*',
      '6.2.*-rc*',
      '6.2.1.*',
      '2.*',
      '2.0-*',
    ]);
  const bound = () => random.pick([version(random), version(random), floating(), '', ' ']);
  const text = random.pick([
    () => version(random),
    floating,
    () => `[${version(random)}]`,
    () => `${random.pick(['[', '('])}${bound()},${random.pick(['', ' '])}${bound()}${random.pick([']', ')'])}`,
    () => `${random.pick(['[', '('])}${version(random)},${version(random)}${random.pick([']', ')'])}`,
    () => `[${version(random)},)`,
  ])();
  const available = Array.from({ length: 1 + random.int(8) }, () =>
    random.int(2) === 0 ? version(random) : `6.2.${random.int(3)}${random.pick(['', '', ...labels.slice(0, 6)])}`,
  );
  return `${text}|${available.join(' ')}`;
}
