import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { guides } from '../guides/index.ts';
import { runCli, snapshotOf, temporaryFolder } from '../testing/cli.ts';

const solutions = fileURLToPath(new URL('../testing/solutions/', import.meta.url));
const golden = readdirSync(solutions).filter((name) => existsSync(join(solutions, name, 'before')));

describe('the sample solutions', () => {
  it.each(golden)('%s comes to what `npm run golden` has written', async (name) => {
    const folder = temporaryFolder();
    const [guide] = guides.values();
    const outputs = ['--out-dir', join(folder, 'after'), '--report', join(folder, 'report.md')];
    await runCli([join(solutions, name, 'before'), ...outputs], guide);
    expect(snapshotOf(join(folder, 'after'))).toEqual(snapshotOf(join(solutions, name, 'after')));
    expect(readFileSync(join(folder, 'report.md'), 'utf8')).toBe(
      readFileSync(join(solutions, name, 'report.md'), 'utf8'),
    );
  });
});
