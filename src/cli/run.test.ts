import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { beforeEach, describe, expect, it } from 'vitest';
import { reportIn, runCli, snapshotOf, temporaryFolder } from '../testing/cli.ts';
import { guideWithMadeUpRule, madeUpRule } from '../testing/made-up-rule.ts';
import { schemaObjections } from '../testing/report-schema.ts';
import { projectFile, zipOf } from '../testing/zip-of.ts';

const host = { 'src/Host.csproj': projectFile('6.2.0') };
let folder: string;
const at = (name: string) => join(folder, name);

async function writeZip(name: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  writeFileSync(at(name), await zipOf(files));
  return at(name);
}

beforeEach(() => {
  folder = temporaryFolder();
});

describe('a run that can be done', () => {
  it('writes every file asked for, and exits 0 when nothing is left', async () => {
    const input = await writeZip('in.zip', { ...host, 'src/A.cs': 'OldName();\r\n' });
    const { code, stdout } = await runCli(
      [input, '--out', at('out.zip'), '--patch', at('a.patch'), '--reverse-patch', at('b.patch')].concat(
        ['report.json', 'report.md', 'report.html'].flatMap((name) => ['--report', at(name)]),
      ),
    );
    expect(code).toBe(0);
    expect(stdout).toContain('1 finding: 1 accepted, 0 left for you. 1 file changes.');
    const out = await JSZip.loadAsync(readFileSync(at('out.zip')));
    expect(await out.file('src/A.cs')!.async('string')).toBe('NewName();\r\n');
    expect(schemaObjections(reportIn(folder))).toEqual([]);
    expect(reportIn(folder).changes).toMatchObject([
      { path: 'src/A.cs', edits: [{ start: 0, end: 7, newText: 'NewName' }] },
    ]);
    expect(readFileSync(at('a.patch'), 'utf8')).toContain('+NewName');
    expect(readFileSync(at('b.patch'), 'utf8')).toContain('+OldName');
    expect(readFileSync(at('report.html'), 'utf8')).toContain('<!doctype html>');
    expect(Object.keys(snapshotOf(folder)).sort()).toEqual(
      ['in.zip', 'out.zip', 'a.patch', 'b.patch', 'report.json', 'report.md', 'report.html'].sort(),
    );
  });

  it('gives the archive as it came and patches of 0 bytes when nothing changes, and exits 1 for what is left', async () => {
    const input = await writeZip('in.zip', { ...host, 'src/A.cs': 'OldName();' });
    const { code, stdout } = await runCli([
      input,
      '--accept',
      'none',
      '--out',
      at('out.zip'),
      '--patch',
      at('a.patch'),
      '--reverse-patch',
      at('b.patch'),
    ]);
    expect(code).toBe(1);
    expect(readFileSync(at('out.zip')).equals(readFileSync(input))).toBe(true);
    expect(readFileSync(at('a.patch')).length + readFileSync(at('b.patch')).length).toBe(0);
    expect(stdout).toMatch(/Left for you:\n {2}breaks the build {2}`OldName` is gone {2}src\/A\.cs:1/);
    expect(stdout).not.toContain('git apply');
  });

  it('is the same, byte for byte, when it is done again', async () => {
    const input = await writeZip('in.zip', { ...host, 'src/A.cs': 'OldName(); OldName?();' });
    const args = (n: string) => [
      input,
      '--out',
      at(`${n}.zip`),
      '--patch',
      at(`${n}.patch`),
      '--report',
      at(`${n}.json`),
    ];
    await runCli(args('1'));
    await runCli(args('2'));
    const files = snapshotOf(folder);
    for (const ending of ['zip', 'patch', 'json']) expect(files[`2.${ending}`]).toBe(files[`1.${ending}`]);
  });

  it('accepts the first fix only when it is safe, or all first fixes when told to', async () => {
    const input = await writeZip('in.zip', { ...host, 'src/A.cs': 'OldName(); OldName?(); OldName!();' });
    const kinds = async (policy: string) => {
      const { code } = await runCli([input, '--accept', policy, '--report', at('report.json')]);
      return [code, ...reportIn(folder).findings.map(({ decision }) => decision.kind)];
    };
    expect(await kinds('safe')).toEqual([1, 'accept', 'undecided', 'by-hand']);
    expect(await kinds('all')).toEqual([1, 'accept', 'accept', 'by-hand']);
    expect(await kinds('none')).toEqual([1, 'undecided', 'undecided', 'by-hand']);
  });

  it('settles a finding by a given answer, in the name of the user', async () => {
    const input = await writeZip('in.zip', { ...host, 'src/A.cs': 'OldName?();' });
    const args = ['--answer', 'logout-token-typ@src/Host.csproj=keep', '--report', at('report.json')];
    const { code } = await runCli([input, ...args]);
    expect(code).toBe(0);
    expect(reportIn(folder).findings[0]!.decision).toEqual({ kind: 'accept', fix: 'rename', by: 'user' });
    expect(reportIn(folder).questions).toMatchObject([{ answer: 'keep', assumed: false, choices: ['new', 'keep'] }]);
  });

  it('says by a notice that nothing here asks what was answered', async () => {
    const input = await writeZip('in.zip', { ...host, 'src/A.cs': 'OldName();' });
    await runCli([input, '--answer', 'migration-timestamp=20240101000000', '--report', at('report.json')]);
    expect(reportIn(folder).notices).toMatchObject([{ code: 'question-not-asked' }]);
  });

  it('takes decisions from a file before the policy', async () => {
    const input = await writeZip('in.zip', { ...host, 'src/A.cs': 'OldName(); OldName();' });
    await runCli([input, '--report', at('report.json')]);
    const [first, second] = reportIn(folder).findings;
    writeFileSync(at('decisions.json'), JSON.stringify({ [first!.id]: 'rename-otherwise', [second!.id]: 'decline' }));
    const { code } = await runCli([input, '--decisions', at('decisions.json'), '--report', at('report.json')]);
    expect(code).toBe(0);
    expect(reportIn(folder).findings.map(({ decision }) => decision)).toEqual([
      { kind: 'accept', fix: 'rename-otherwise', by: 'user' },
      { kind: 'decline', by: 'user' },
    ]);
  });

  it('shows the command that fits an archive with a root folder', async () => {
    const input = await writeZip('in.zip', { 'Shop/Host.csproj': projectFile('6.2.0'), 'Shop/A.cs': 'OldName();' });
    const { stdout } = await runCli([input, '--patch', at('a.patch')]);
    expect(stdout).toContain(`git apply -p2 --whitespace=nowarn ${at('a.patch')}`);
  });

  it('says nothing when it is quiet', async () => {
    const input = await writeZip('in.zip', host);
    expect(await runCli([input, '--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('looks at 6.3 all the same, and exits 0 when there is nothing to do', async () => {
    const done = { 'src/Host.csproj': projectFile('6.3.10') };
    expect(await runCli([await writeZip('done.zip', done)])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Nothing was found that has to change.'),
    });
    expect(
      (await runCli([await writeZip('open.zip', { ...done, 'src/A.cs': 'OldName();' }), '--accept', 'none'])).code,
    ).toBe(1);
  });

  it.each(['6.0.0', '6.1.7'])('looks at %s too', async (version) => {
    const input = await writeZip('in.zip', { 'src/Host.csproj': projectFile(version), 'src/A.cs': 'OldName!();' });
    expect((await runCli([input])).code).toBe(1);
  });

  it('says so where there is nothing to write for --sql', async () => {
    const { code, stderr } = await runCli([await writeZip('in.zip', host), '--sql', at('sql')]);
    expect(code).toBe(0);
    expect(stderr).toContain('--sql');
    expect(Object.keys(snapshotOf(folder))).toEqual(['in.zip']);
  });
});

describe('fixes that collide', () => {
  const other = { ...madeUpRule, meta: { ...madeUpRule.meta, id: 'other-name' } };
  const guide = {
    ...guideWithMadeUpRule,
    rules: [
      madeUpRule,
      {
        ...other,
        fix: (...args: Parameters<NonNullable<typeof madeUpRule.fix>>) =>
          madeUpRule.fix!(...args)
            .slice(1)
            .map((fix) => ({ ...fix, safety: 'safe' as const })),
      },
    ],
  };

  it('leave the later finding undecided with a notice that names both, and exit 1', async () => {
    const input = await writeZip('in.zip', { ...host, 'src/A.cs': 'OldName();' });
    const { code } = await runCli([input, '--report', at('report.json')], guide);
    const { findings, notices } = reportIn(folder);
    expect(code).toBe(1);
    expect(findings.map(({ decision }) => decision.kind)).toEqual(['accept', 'undecided']);
    const [notice] = notices.filter(({ code }) => code === 'conflict');
    for (const { id } of findings) expect(notice!.message).toContain(id);
  });

  it('are an error in --decisions, and nothing is written', async () => {
    const input = await writeZip('in.zip', { ...host, 'src/A.cs': 'OldName();' });
    await runCli([input, '--report', at('report.json')], guide);
    const { findings } = reportIn(folder);
    writeFileSync(at('d.json'), JSON.stringify({ [findings[0]!.id]: 'rename', [findings[1]!.id]: 'rename-otherwise' }));
    const { code, stderr } = await runCli([input, '--decisions', at('d.json'), '--out', at('out.zip')], guide);
    expect(code).toBe(2);
    for (const { id } of findings) expect(stderr).toContain(id);
    expect(Object.keys(snapshotOf(folder))).not.toContain('out.zip');
  });
});

describe('a folder', () => {
  it('is read like a zip of it, without what tools made, and a notice counts that', async () => {
    for (const [path, text] of Object.entries({
      'shop/src/Host.csproj': projectFile('6.2.0'),
      'shop/src/A.cs': 'OldName();',
      'shop/src/BIN/B.cs': 'OldName();',
      'shop/.git/config': 'x',
      'shop/web/node_modules/a/b.js': 'x',
    })) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(at(path), text);
    }
    const before = snapshotOf(at('shop'));
    await runCli([at('shop'), '--out-dir', at('out'), '--report', at('report.json'), '--patch', at('a.patch')]);
    const report = reportIn(folder);
    expect(report.input).toMatchObject({ name: 'shop', files: 2 });
    expect(report.changes.map(({ path }) => path)).toEqual(['src/A.cs']);
    const [notice] = report.notices.filter(({ code }) => code === 'left-out');
    expect(notice!.message).toMatch(/`\.git` \(1 file\).*`bin` \(1 file\).*`node_modules` \(1 file\)/);
    expect(snapshotOf(at('out'))).toEqual({ 'src/A.cs': 'NewName();', 'src/Host.csproj': before['src/Host.csproj'] });
    expect(snapshotOf(at('shop'))).toEqual(before);
    expect(JSON.stringify(report)).not.toContain(folder);
  });
});

describe('single files', () => {
  it('are read with the product presumed, and come back in a zip', async () => {
    writeFileSync(at('A.cs'), 'OldName();');
    writeFileSync(at('B.cs'), 'Other();');
    await runCli([at('A.cs'), at('B.cs'), '--out', at('out.zip'), '--report', at('report.json')]);
    const report = reportIn(folder);
    expect(report.input.name).toBe('2 files');
    expect(report.projects).toEqual([]);
    expect(report.findings.map(({ confidence }) => confidence)).toEqual(['likely']);
    expect(report.notices).toMatchObject([{ code: 'no-project-file' }]);
    const out = await JSZip.loadAsync(readFileSync(at('out.zip')));
    expect(Object.keys(out.files)).toEqual(['A.cs', 'B.cs']);
  });

  it('of the same name stay apart', async () => {
    for (const name of ['one', 'two']) {
      mkdirSync(at(name));
      writeFileSync(join(folder, name, 'A.cs'), 'OldName();');
    }
    await runCli([at('one/A.cs'), at('two/A.cs'), '--report', at('report.json')]);
    expect(reportIn(folder).findings.map(({ evidence }) => evidence[0]!.path)).toEqual(['one/A.cs', 'two/A.cs']);
  });

  it('alone can come back as it is', async () => {
    writeFileSync(at('A.cs'), 'OldName();');
    await runCli([at('A.cs'), '--out', at('B.cs'), '--report', at('report.json')]);
    expect(readFileSync(at('B.cs'), 'utf8')).toBe('NewName();');
    expect(reportIn(folder).input.name).toBe('A.cs');
  });
});

describe('a wrong command exits 2, says how in one line, and writes nothing', () => {
  beforeEach(async () => {
    await writeZip('in.zip', { ...host, 'src/A.cs': 'OldName();' });
    writeFileSync(at('unknown.json'), '{ "name-changed/000000000000": "rename" }');
    writeFileSync(at('broken.json'), '{');
    mkdirSync(at('full'));
    writeFileSync(at('full/x'), '');
  });

  it.each([
    ['no input', [], 'give a .zip'],
    ['an unknown option', ['in.zip', '--frobnicate'], '--frobnicate'],
    ['an option without its value', ['in.zip', '--out'], '--out'],
    ['an option given twice', ['in.zip', '--to', '6.3.0', '--to', '6.3.10'], '--to'],
    ['a target that is not published', ['in.zip', '--to', '6.4.0'], '6.3.0, 6.3.10'],
    ['an unknown policy', ['in.zip', '--accept', 'some'], 'safe, all or none'],
    ['a SARIF report', ['in.zip', '--report', 'x.sarif'], 'SARIF reports are not made yet'],
    ['a report of another kind', ['in.zip', '--report', 'x.txt'], '.json, .md or .html'],
    ['a question no one asks anywhere', ['in.zip', '--answer', 'colour=red'], 'logout-token-typ'],
    ['a project that is not there', ['in.zip', '--answer', 'logout-token-typ@X.csproj=new'], 'src/Host.csproj'],
    ['a value that is no choice', ['in.zip', '--answer', 'logout-token-typ=maybe'], 'new, keep'],
    [
      'a value that is no choice of a question not asked here',
      ['in.zip', '--answer', 'migration-defaults=x'],
      'ef, model',
    ],
    ['an answer without a value', ['in.zip', '--answer', 'logout-token-typ'], 'ID=VALUE'],
    ['decisions that are not there', ['in.zip', '--decisions', 'none.json'], 'none.json'],
    ['decisions that are no JSON', ['in.zip', '--decisions', 'broken.json'], 'not valid JSON'],
    ['a decision on an unknown finding', ['in.zip', '--decisions', 'unknown.json'], 'name-changed/000000000000'],
    ['a folder that is not empty', ['in.zip', '--out-dir', 'full'], 'not empty'],
    ['a file for the scripts', ['in.zip', '--sql', 'unknown.json'], 'is a file'],
    ['an output in place of the input', ['in.zip', '--patch', 'in.zip'], 'in.zip'],
    ['two outputs in one place', ['in.zip', '--patch', 'x', '--reverse-patch', 'x'], 'two different outputs'],
    ['a zip among files', ['in.zip', 'broken.json'], 'single files'],
  ])('%s', async (_, args, words) => {
    const before = snapshotOf(folder);
    const placed = args.map((arg) => (/\.(zip|json|sarif|txt)$|^(x|full)$/.test(arg) ? at(arg) : arg));
    const withOutput = placed.length > 0 ? [...placed, '--report', at('report.json')] : placed;
    const { code, stdout, stderr } = await runCli(withOutput);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(snapshotOf(folder)).toEqual(before);
  });
});

describe('what is nothing to upgrade exits 3, says why and what to do, and writes nothing', () => {
  const cases: readonly (readonly [string, () => Promise<Uint8Array> | Uint8Array, string])[] = [
    ['something that is no zip', () => new TextEncoder().encode('no zip'), 'could not be opened as a zip'],
    ['an empty zip', () => zipOf({}), 'holds no files'],
    ['no .NET', () => zipOf({ 'package.json': '{}', 'src/index.js': '' }), 'no .NET project'],
    ['a solution file alone', () => zipOf({ 'Shop.sln': '' }), 'only lists projects'],
    [
      'no IdentityServer',
      () => zipOf({ 'A.csproj': projectFile('6.0.0', 'Serilog'), 'A.cs': '' }),
      'No project in in.zip uses',
    ],
    [
      'IdentityServer4',
      () => zipOf({ 'A.csproj': projectFile('4.1.2', 'IdentityServer4'), 'A.cs': '' }),
      'IdentityServer4 (A.csproj:6)',
    ],
    [
      'a .cs file of IdentityServer4',
      () => zipOf({ 'A.cs': '\nusing IdentityServer4.Models;' }),
      'IdentityServer4 (A.cs:2)',
    ],
    ['5.x', () => zipOf({ 'A.csproj': projectFile('5.2.3') }), '5.2.3 (A.csproj:6)'],
    ['7.0', () => zipOf({ 'A.csproj': projectFile('7.0.1') }), 'newer than 6.3'],
  ];

  it.each(cases)('%s', async (_, make, words) => {
    writeFileSync(at('in.zip'), await make());
    const before = snapshotOf(folder);
    const { code, stdout, stderr } = await runCli([at('in.zip'), '--report', at('report.json'), '--out', at('o.zip')]);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(snapshotOf(folder)).toEqual(before);
  });

  it('each in its own words', async () => {
    const sentences = new Set<string>();
    for (const [, make] of cases) {
      writeFileSync(at('in.zip'), await make());
      sentences.add((await runCli([at('in.zip')])).stderr);
    }
    expect(sentences.size).toBe(cases.length);
  });

  it('a path that is not there', async () => {
    expect(await runCli([at('none.zip')])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('does not exist'),
    });
  });

  it('but not when one project of several stands at 6.x', async () => {
    const input = await writeZip('in.zip', {
      ...host,
      'Old.csproj': projectFile('5.2.3'),
      'New.csproj': projectFile('7.0.1'),
    });
    expect((await runCli([input])).code).toBe(0);
  });
});

describe('our own mistake', () => {
  it('exits 4, asks for a report and says what to attach', async () => {
    const input = await writeZip('in.zip', host);
    const broken = { ...guideWithMadeUpRule, coverage: null as unknown as [] };
    const { code, stdout, stderr } = await runCli([input, '--report', at('report.json')], broken);
    expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
    expect(stderr).toMatch(/Please report it, and attach/);
    expect(Object.keys(snapshotOf(folder))).toEqual(['in.zip']);
  });
});

describe('help and version', () => {
  it('name every option, and the tool', async () => {
    const { code, stdout } = await runCli(['--help']);
    expect(code).toBe(0);
    for (const option of 'to accept decisions answer out out-dir patch reverse-patch sql report quiet no-color version'.split(
      ' ',
    )) {
      expect(stdout).toContain(`--${option}`);
    }
    expect((await runCli(['--version'])).stdout).toBe('identityserver-upgrade-wizard 0.1.0\n');
  });
});
