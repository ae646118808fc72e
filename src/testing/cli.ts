import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ExitCode, run } from '../cli/run.ts';
import type { Report } from '../engine/report/report.ts';
import type { Guide } from '../engine/rules/guide.ts';
import { testGrammar } from './grammar.ts';
import { guideWithMadeUpRule } from './made-up-rule.ts';

export interface CliRun {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line in this process, with a guide of one made-up rule unless told otherwise. */
export async function runCli(args: readonly string[], guide: Guide = guideWithMadeUpRule): Promise<CliRun> {
  let [stdout, stderr] = ['', ''];
  const code = await run(args, {
    guide,
    grammar: testGrammar,
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    env: {},
  });
  return { code, stdout, stderr };
}

export const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'wizard-cli-'));

export const reportIn = (folder: string, name = 'report.json'): Report =>
  JSON.parse(readFileSync(join(folder, name), 'utf8'));

/** Path and content of every file below a folder, to see what a run has written. */
export const snapshotOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(folder, path)).isFile())
      .sort()
      .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'latin1')]),
  );
