import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Analysis } from '../engine/analysis.ts';
import { applyCommand } from '../engine/apply-command.ts';
import type { Grammar } from '../engine/csharp/grammar.ts';
import { conflictCheckFor } from '../engine/decisions/conflict-check.ts';
import type { Decisions } from '../engine/decisions/decision.ts';
import { defaultDecisions } from '../engine/decisions/default-decisions.ts';
import { readGivenDecisions } from '../engine/decisions/given-decisions.ts';
import { describeError, UpgradeError } from '../engine/errors.ts';
import { openUpgrade } from '../engine/open-upgrade.ts';
import type { Report } from '../engine/report/report.ts';
import { summaryOf } from '../engine/report/summary.ts';
import { tool } from '../engine/report/tool.ts';
import type { Guide } from '../engine/rules/guide.ts';
import { unpack } from '../engine/unpack.ts';
import type { Delivery, Upgrade } from '../engine/upgrade.ts';
import { readAnswers } from './answers.ts';
import { helpText } from './help.ts';
import { type Options, type ReportFormat, readCommand } from './options.ts';
import { readInput } from './read-input.ts';
import { printable, summaryText } from './summary.ts';
import { painter, progressLine, type Stream } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { checkPlaces, type OutputFile, type OutputFolder, writeOutputs } from './write-outputs.ts';

export interface World {
  readonly guide: Guide;
  readonly grammar: () => Promise<Grammar>;
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** 0: done. 1: done, something is left for a person. 2: wrong command. 3: not something to upgrade. 4: our own bug. */
export type ExitCode = 0 | 1 | 2 | 3 | 4;

export async function run(args: readonly string[], world: World): Promise<ExitCode> {
  try {
    const command = readCommand(args, world.guide);
    if (command.kind === 'upgrade') return await upgrade(command.options, world);
    world.stdout.write(command.kind === 'help' ? helpText(world.guide) : `${tool.name} ${tool.version}\n`);
    return 0;
  } catch (error) {
    return complain(error, world);
  }
}

function complain(error: unknown, { stderr }: World): ExitCode {
  if (error instanceof UsageError) {
    stderr.write(`${oneLine(error.message)}\n`);
    return 2;
  }
  if (error instanceof UpgradeError) {
    const { message, remedy } = describeError(error.code, error.detail);
    stderr.write(`${oneLine(`${message} ${remedy}`)}\n`);
    return 3;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  stderr.write(
    `This is a mistake in ${tool.name} ${tool.version}, not in your solution, and nothing was written.\n` +
      'Please report it, and attach what follows, the command as you typed it and, if you may share it, the file it stopped at.\n' +
      `Node ${process.version}, ${process.platform} ${process.arch}\n${trace}\n`,
  );
  return 4;
}

const oneLine = (text: string) => printable(text.replace(/\s*\n\s*/g, ' '));

async function upgrade(options: Options, world: World): Promise<ExitCode> {
  const { isQuiet } = options;
  const progress = progressLine(world.stderr, world.stderr.isTTY === true && !isQuiet);
  await checkPlaces(filesOf(options), options.outDir, options.sql);
  const given = options.decisions === null ? null : await readJson(options.decisions);
  try {
    const input = await readInput(options.inputs);
    const grammar = await world.grammar();
    const { guide } = world;
    const opened = await openUpgrade(input, { guide, grammar, target: options.target, onProgress: progress.show });
    const analysis = answered(opened, options.answers);
    const decisions = decide(analysis, options, given);
    const delivery = await opened.deliver(analysis, decisions, { alwaysZip: true });
    progress.clear();
    await writeOutputs(await fileOutputs(options, delivery), await folderOutput(options, delivery));
    const report: Report = JSON.parse(delivery.report.json);
    if (options.sql !== null && delivery.sql.length === 0) world.stderr.write(noScripts);
    if (!isQuiet) say(options, report, opened.root, world);
    if (!isQuiet && options.sql === null && delivery.sql.length > 0) world.stdout.write(hasScripts);
    return codeOf(report);
  } finally {
    progress.clear();
  }
}

const hasScripts = 'SQL for the clients table can be written too: --sql DIR\n';
const noScripts = '--sql: no clients table was found that a script could be made for, so nothing was written there.\n';

function answered(opened: Upgrade, written: readonly string[]): Analysis {
  const asked = opened.analyse(new Map());
  return written.length === 0 ? asked : opened.analyse(readAnswers(written, asked));
}

function decide(analysis: Analysis, { policy }: Options, given: unknown): Decisions {
  const conflictsAmong = conflictCheckFor(analysis);
  const read = readGivenDecisions(analysis.findings, given ?? {}, conflictsAmong);
  if (read.kind === 'problem') throw new UsageError(`--decisions: ${read.problem}`);
  return defaultDecisions(analysis, policy, read.decisions, conflictsAmong);
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`--decisions ${file} does not exist or cannot be read`);
  });
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) ?? [];
  } catch {
    throw new UsageError(`--decisions ${file} is not valid JSON`);
  }
}

const filesOf = ({ out, patch, reversePatch, reports }: Options): readonly string[] =>
  [out, patch, reversePatch, ...reports.map(({ file }) => file)].filter((file) => file !== null);

async function fileOutputs(options: Options, delivery: Delivery): Promise<OutputFile[]> {
  const { out, patch, reversePatch, sql, reports } = options;
  const texts: Readonly<Record<ReportFormat, string>> = delivery.report;
  return [
    ...(out === null ? [] : [{ file: out, bytes: await archiveFor(out, options, delivery) }]),
    ...(patch === null ? [] : [{ file: patch, bytes: delivery.patch }]),
    ...(reversePatch === null ? [] : [{ file: reversePatch, bytes: delivery.reversePatch }]),
    ...(sql === null ? [] : delivery.sql.map(({ name, text }) => ({ file: join(sql, name), bytes: text }))),
    ...reports.map(({ file, format }) => ({ file, bytes: texts[format] })),
  ];
}

/** A zip, unless one file came and its output has its own kind of name. */
async function archiveFor(out: string, { inputs }: Options, { archive }: Delivery): Promise<Uint8Array> {
  const isZip = /\.zip$/i.test(out) || inputs.some((path) => /\.zip$/i.test(path));
  if (isZip || inputs.length > 1) return archive.bytes;
  const [only, ...others] = await unpack(archive.bytes, archive.name);
  return only && others.length === 0 ? only.bytes : archive.bytes;
}

async function folderOutput({ outDir }: Options, { archive }: Delivery): Promise<OutputFolder | null> {
  return outDir === null ? null : { folder: outDir, files: await unpack(archive.bytes, archive.name) };
}

function say(options: Options, report: Report, root: string, { stdout, env }: World): void {
  const hasColor = options.hasColor && stdout.isTTY === true && !env['NO_COLOR'];
  const hasPatch = options.patch !== null && report.changes.length > 0;
  const command = hasPatch && options.patch !== null ? applyCommand(root, options.patch) : null;
  stdout.write(summaryText(report, command, painter(hasColor)));
}

const codeOf = (report: Report): ExitCode =>
  summaryOf(report).left.length > 0 || report.notices.some(({ code }) => code === 'conflict') ? 1 : 0;
