import { extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Policy } from '../engine/decisions/default-decisions.ts';
import type { Guide } from '../engine/rules/guide.ts';
import { UsageError } from './usage-error.ts';

export interface Options {
  readonly inputs: readonly string[];
  readonly target: string;
  readonly policy: Policy;
  readonly decisions: string | null; // a file
  readonly answers: readonly string[]; // as written
  readonly out: string | null;
  readonly outDir: string | null;
  readonly patch: string | null;
  readonly reversePatch: string | null;
  readonly sql: string | null;
  readonly reports: readonly { readonly file: string; readonly format: ReportFormat }[];
  readonly isQuiet: boolean;
  readonly hasColor: boolean;
}

export type ReportFormat = 'json' | 'markdown' | 'html';
export type Command = { readonly kind: 'help' | 'version' } | { readonly kind: 'upgrade'; readonly options: Options };

const single = { type: 'string', multiple: true } as const; // so that giving it twice can be refused
const config = {
  to: single,
  accept: single,
  decisions: single,
  answer: { type: 'string', multiple: true },
  out: single,
  'out-dir': single,
  patch: single,
  'reverse-patch': single,
  sql: single,
  report: { type: 'string', multiple: true },
  quiet: { type: 'boolean' },
  'no-color': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

export function readCommand(args: readonly string[], guide: Guide): Command {
  const { values, positionals } = parse(args);
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  if (positionals.length === 0) throw new UsageError('give a .zip, a folder or files to upgrade; --help shows how');
  const options: Options = {
    inputs: positionals,
    target: targetFrom(once('to', values.to), guide),
    policy: policyFrom(once('accept', values.accept)),
    decisions: once('decisions', values.decisions),
    answers: values.answer ?? [],
    out: once('out', values.out),
    outDir: once('out-dir', values['out-dir']),
    patch: once('patch', values.patch),
    reversePatch: once('reverse-patch', values['reverse-patch']),
    sql: once('sql', values.sql),
    reports: (values.report ?? []).map((file) => ({ file, format: formatOf(file) })),
    isQuiet: values.quiet ?? false,
    hasColor: !values['no-color'],
  };
  refuseSharedPaths(options);
  return { kind: 'upgrade', options };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: config, allowPositionals: true });
  } catch (error) {
    const [sentence = ''] = String(error instanceof Error ? error.message : error).split(/\.\s|\n/);
    throw new UsageError(`${sentence}; --help shows the options`);
  }
}

function once(name: string, values: readonly string[] | undefined): string | null {
  const [value, ...more] = values ?? [];
  if (more.length > 0) throw new UsageError(`--${name} can be given only once`);
  if (value === '') throw new UsageError(`--${name} needs a value`);
  return value ?? null;
}

function targetFrom(value: string | null, { targets, defaultTarget, to }: Guide): string {
  if (value === null) return defaultTarget;
  const versions = targets.map(({ version }) => version);
  if (versions.includes(value)) return value;
  throw new UsageError(`--to ${value} is no published ${to} version; the known ones are ${versions.join(', ')}`);
}

function policyFrom(value: string | null): Policy {
  if (value === null || value === 'safe') return 'safe';
  if (value === 'all' || value === 'none') return value;
  throw new UsageError(`--accept ${value} is unknown; it takes safe, all or none`);
}

const formats: Readonly<Record<string, ReportFormat>> = { '.json': 'json', '.md': 'markdown', '.html': 'html' };

function formatOf(file: string): ReportFormat {
  const extension = extname(file).toLowerCase();
  if (extension === '.sarif') {
    throw new UsageError('SARIF reports are not made yet; name the report .json, .md or .html instead');
  }
  const format = formats[extension];
  if (format) return format;
  throw new UsageError(`--report ${file}: the name must end in .json, .md or .html`);
}

/** Two outputs in one file, or an output in place of what is read, would lose something. */
function refuseSharedPaths({ inputs, decisions, out, outDir, patch, reversePatch, sql, reports }: Options): void {
  const read = [...inputs, decisions].filter((path) => path !== null).map((path) => resolve(path));
  const seen = new Set<string>();
  for (const path of [out, outDir, patch, reversePatch, sql, ...reports.map(({ file }) => file)]) {
    if (path === null) continue;
    const place = resolve(path);
    if (read.includes(place)) throw new UsageError(`${path} is read by this command, so it can't be written by it`);
    if (seen.has(place)) throw new UsageError(`${path} is named for two different outputs`);
    seen.add(place);
  }
}
