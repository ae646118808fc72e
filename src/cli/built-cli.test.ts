import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { guides } from '../guides/index.ts';
import { runCli, snapshotOf, temporaryFolder } from '../testing/cli.ts';
import { hasVerifier, verified } from '../testing/verify-output.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const built = join(root, 'dist-cli/upgrade.mjs');
const sample = join(root, 'src/testing/solutions/harbour-shop/before');

const node = (args: readonly string[], cwd = root) =>
  spawnSync(process.execPath, args, { encoding: 'utf8', cwd, env: { ...process.env, INIT_CWD: cwd } });

const outputs = (place: (ending: string) => string) => [
  ...['--out', place('zip'), '--patch', place('patch'), '--reverse-patch', place('back.patch')],
  ...['json', 'md', 'html'].flatMap((ending) => ['--report', place(ending)]),
];

describe('the built command line', { timeout: 120_000 }, () => {
  beforeAll(() => {
    expect(node(['scripts/cli.mjs', '--version'])).toMatchObject({ status: 0, stderr: '' });
  }, 120_000);

  it('is one file that needs nothing beside it, and does what its parts do together', async () => {
    const folder = temporaryFolder();
    copyFileSync(built, join(folder, 'upgrade.mjs'));
    const { status, stdout, stderr } = node(['upgrade.mjs', sample, ...outputs((ending) => `out.${ending}`)], folder);
    expect(stderr).toBe('');
    const { 'upgrade.mjs': _, ...written } = snapshotOf(folder);
    if (hasVerifier) expect(verified(folder, sample, 'out')).toMatch(/^\d+ passed, 0 failed\n$/);

    const [guide] = guides.values();
    const other = temporaryFolder();
    const inProcess = await runCli([sample, ...outputs((ending) => join(other, `out.${ending}`))], guide);
    expect(snapshotOf(other)).toEqual(written);
    expect(status).toBe(inProcess.code);
    expect(stdout).toBe(inProcess.stdout.replaceAll(join(other, 'out'), 'out'));
  });

  it('means paths from where it was typed, also through npm', () => {
    const folder = temporaryFolder();
    expect(node([join(root, 'scripts/cli.mjs'), 'none.zip'], folder)).toMatchObject({ status: 3 });
    node([join(root, 'scripts/cli.mjs'), sample, '--report', 'here.json'], folder);
    expect(Object.keys(snapshotOf(folder))).toEqual(['here.json']);
  });
});
