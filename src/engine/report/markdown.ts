import type { Guide } from '../rules/guide.ts';
import { type Block, type Inline, parseBlocks, parseInline, visible, visibleLines } from './markup.ts';
import type { Report, ReportedEvidence, ReportedFinding } from './report.ts';
import { acceptedFixTitle, byStep, countsSentence, plural, severityWords, summaryOf } from './summary.ts';

/** What GitHub takes as the description of a pull request, in characters, with some room. */
const limit = 60_000;

/** Fits a pull request's description: where there is more than fits, lists end with how much more there is. */
export function renderMarkdown(report: Report, steps: Guide['steps']): string {
  const lengths = [1_000, 200, 80, 30, 10, 3];
  const drafts = lengths.map((most) => () => draft(report, steps, most));
  for (const make of drafts) {
    const text = make();
    if (text.length <= limit) return text;
  }
  return draft(report, steps, 1).slice(0, limit);
}

function draft(report: Report, steps: Guide['steps'], most: number): string {
  const { guide, input } = report;
  const { left } = summaryOf(report);
  const sections = [
    `# Duende IdentityServer ${guide.from} → ${escapeMarkdown(guide.target)}: ${code(input.name)}`,
    countsSentence(report),
    left.length > 0 && `## Left for you\n\n${list(left.map(leftItem), most)}`,
    ...byStep(steps, report.findings).map(({ title, findings }) => stepSection(title, findings, most)),
    report.questions.length > 0 && `## Answers\n\n${list(report.questions.map(questionItem), most)}`,
    report.notices.length > 0 && `## Notices\n\n${list(report.notices.map(noticeItem), most)}`,
    `## What was looked for\n\n${coverage(report)}`,
    `Made by ${escapeMarkdown(report.tool.name)} ${escapeMarkdown(report.tool.version)}; not affiliated with the vendor.`,
  ];
  return `${sections.filter((section) => section !== false && section !== '').join('\n\n')}\n`;
}

function leftItem(finding: ReportedFinding): string {
  const places = finding.evidence.slice(0, 20).map((place) => `  - ${placeLine(place)}`);
  const more = finding.evidence.length - places.length;
  return [
    `- [ ] **${severityWords[finding.severity]}** · ${inlines(finding.title)}${finding.confidence === 'certain' ? '' : ` (${finding.confidence})`}`,
    indented(blocks(finding.message)),
    ...tableOf(finding),
    ...places,
    ...(more > 0 ? [`  - … and ${more} more`] : []),
  ].join('\n');
}

function stepSection(title: string, findings: readonly ReportedFinding[], most: number): string {
  const { accepted, declined, advice } = summaryOf({ findings, changes: [] });
  const done = accepted.map((finding) => {
    const fix = acceptedFixTitle(finding) ?? '';
    return `- ${inlines(finding.title)}: ${inlines(fix)} · ${firstPlace(finding)}`;
  });
  const plain = (finding: ReportedFinding) => `- ${inlines(finding.title)} · ${firstPlace(finding)}`;
  const told = (finding: ReportedFinding) => [plain(finding), ...tableOf(finding)].join('\n');
  const parts = [
    done.length > 0 && `Done:\n\n${list(done, most)}`,
    declined.length > 0 && `Declined:\n\n${list(declined.map(plain), most)}`,
    advice.length > 0 && `Worth knowing:\n\n${list(advice.map(told), most)}`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? '' : [`## ${escapeMarkdown(title)}`, ...parts].join('\n\n');
}

const tableOf = ({ table: content }: ReportedFinding): string[] =>
  content ? [indented(table([content.columns, ...content.rows].map((row) => row.map(inlines))))] : [];

const placeLine = ({ path, line, because }: ReportedEvidence) => `${code(`${path}:${line}`)} ${inlines(because)}`;

function firstPlace({ evidence }: ReportedFinding): string {
  const [first] = evidence;
  const more = evidence.length > 1 ? ` and ${plural(evidence.length - 1, 'more place')}` : '';
  return first ? `${code(`${first.path}:${first.line}`)}${more}` : '';
}

const questionItem = ({ title, project, answer, assumed }: Report['questions'][number]) =>
  `- ${inlines(title)} ${answer === '' ? 'no answer' : code(answer)}${assumed ? ' (assumed)' : ''}${project === null ? '' : ` · ${code(project)}`}`;

const noticeItem = ({ path, line, message }: Report['notices'][number]) =>
  `- ${path === null ? '' : `${code(line === null ? path : `${path}:${line}`)} `}${inlines(message)}`;

function coverage({ coverage }: Report): string {
  const items = (state: string) => coverage.filter((item) => item.state === state);
  const names = (state: string) =>
    items(state)
      .map(({ item }) => code(item))
      .join(', ');
  const lines = [
    items('found').length > 0 && `- Found: ${names('found')}`,
    items('nothing-found').length > 0 && `- Looked for, not found: ${names('nothing-found')}`,
    items('by-hand').length > 0 && `- To be checked by a person: ${names('by-hand')}`,
    items('not-looked-for').length > 0 &&
      `- Not looked for: ${plural(items('not-looked-for').length, 'item')}, each with its reason in the HTML and JSON reports`,
  ];
  return lines.filter((line) => line !== false).join('\n');
}

function list(items: readonly string[], most: number): string {
  const more = items.length - most;
  return [...items.slice(0, most), ...(more > 0 ? [`- … and ${more} more, in the HTML and JSON reports`] : [])].join(
    '\n',
  );
}

const indented = (text: string) =>
  text
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n')
    .replace(/^(?=.)/, '\n');

const inlines = (text: string) => parseInline(visible(text)).map(renderInline).join('');
const blocks = (text: string) => parseBlocks(visibleLines(text)).map(renderBlock).join('\n\n');

function renderBlock(block: Block): string {
  if (block.kind === 'code') return fenced(block.text);
  if (block.kind === 'paragraph') return atLineStart(block.inlines.map(renderInline).join(''));
  if (block.kind === 'table') return table(block.rows.map((row) => row.map((cell) => cell.map(renderInline).join(''))));
  return block.items
    .map((item, i) => `${block.isNumbered ? `${i + 1}.` : '-'} ${item.map(renderInline).join('')}`)
    .join('\n');
}

function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  // A pipe ends a cell even within a code span.
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function renderInline(part: Inline): string {
  if (part.kind === 'code') return code(part.text);
  if (part.kind === 'strong') return `**${escapeMarkdown(part.text)}**`;
  if (part.kind === 'link') return `[${escapeMarkdown(part.text)}](${part.href})`;
  return escapeMarkdown(part.text);
}

/** Text that means nothing in Markdown or HTML but itself. */
export const escapeMarkdown = (text: string) =>
  text
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');

/** A code span around any text: its fence is longer than any run of backticks inside. */
export function code(text: string): string {
  const shown = visible(text);
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(shown) || shown === '' ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

const atLineStart = (text: string) =>
  text.replace(/^(\s*)([#+-]|\d+(?=[.)]\s))/, '$1\\$2').replace(/^(\s*)\\(\d+)([.)])/, '$1$2\\$3');
