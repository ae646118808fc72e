import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Report } from '../engine/report/report.ts';
import { guides } from '../guides/index.ts';
import { type CliRun, reportIn, runCli, temporaryFolder } from '../testing/cli.ts';
import { schemaObjections } from '../testing/report-schema.ts';
import { hasVerifier, verified } from '../testing/verify-output.ts';

const solutions = fileURLToPath(new URL('../testing/solutions/', import.meta.url));
const [guide] = guides.values();

/** Every sample: a folder with `before/`, or a case that is its own solution. */
const samples = ['harbour-shop/before', ...['cases/csharp', 'cases/schema'].flatMap(casesIn)];

function casesIn(kind: string): string[] {
  const folder = join(solutions, kind);
  return (existsSync(folder) ? readdirSync(folder) : []).map((name) =>
    existsSync(join(folder, name, 'before')) ? `${kind}/${name}/before` : `${kind}/${name}`,
  );
}

function upgrade(folder: string, input: string, name: string, policy: string): Promise<CliRun> {
  const place = (ending: string) => join(folder, `${name}.${ending}`);
  const outputs = ['--out', place('zip'), '--patch', place('patch'), '--reverse-patch', place('back.patch')];
  return runCli([input, ...outputs, '--report', place('json'), '--quiet', '--accept', policy], guide);
}

describe.each(samples)('%s', { timeout: 60_000 }, (sample) => {
  it.each(['safe', 'all'])('leaves with exactly what its report says, with --accept %s', async (policy) => {
    const input = join(solutions, sample);
    const folder = temporaryFolder();
    const { code, stderr } = await upgrade(folder, input, 'out', policy);
    expect(stderr).toBe('');
    const report = reportIn(folder, 'out.json');
    expect(schemaObjections(report)).toEqual([]);
    expect(code).toBe(report.findings.some(isLeft) ? 1 : 0);
    if (hasVerifier) expect(verified(folder, input, 'out')).toMatch(/^\d+ passed, 0 failed\n$/);

    await upgrade(folder, join(folder, 'out.zip'), 'again', policy);
    expect(reportIn(folder, 'again.json').changes).toEqual([]);
    expect(readFileSync(join(folder, 'again.zip')).equals(readFileSync(join(folder, 'out.zip')))).toBe(true);
  });
});

const isLeft = ({ severity, decision }: Report['findings'][number]) =>
  severity !== 'advice' && ['undecided', 'by-hand'].includes(decision.kind);
