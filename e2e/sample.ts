import { execFile } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export const sampleFolder = 'src/testing/solutions/harbour-shop/before';

/** The archive that is shipped with the page. */
export const sampleZip = 'dist/sample/harbour-shop.zip';

export interface CliOutput {
  readonly zip: Buffer;
  readonly patch: Buffer;
  readonly report: string;
}

/** What the command line makes of the same input. */
export async function upgradeByCommandLine(input: string, options: readonly string[]): Promise<CliOutput> {
  const folder = await mkdtemp(join(tmpdir(), 'wizard-'));
  const [zip, patch, report] = ['out.zip', 'out.patch', 'out.json'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const args = [
    'dist-cli/upgrade.mjs',
    input,
    ...options,
    '--out',
    zip,
    '--patch',
    patch,
    '--report',
    report,
    '--quiet',
  ];
  await promisify(execFile)(process.execPath, args).catch((error: { code?: number; stderr?: string }) => {
    if (error.code !== 1) throw new Error(`exit code ${error.code}: ${error.stderr}`); // 1: something is left for a person
  });
  return { zip: await readFile(zip), patch: await readFile(patch), report: await readFile(report, 'utf8') };
}

interface DecidedReport {
  readonly findings: readonly {
    readonly id: string;
    readonly decision: { readonly kind: string; readonly fix?: string; readonly by: string };
  }[];
}

/** The decisions a report tells of, as `--decisions` takes them. */
export async function decisionsFile(report: string): Promise<string> {
  const { findings } = JSON.parse(report) as DecidedReport;
  const decided = findings.filter(({ decision }) => decision.by === 'user');
  const decisions = decided.map(({ id, decision }) => [id, decision.fix ?? decision.kind]);
  const path = join(await mkdtemp(join(tmpdir(), 'wizard-')), 'decisions.json');
  await writeFile(path, JSON.stringify(Object.fromEntries(decisions)));
  return path;
}
