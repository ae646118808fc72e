import type { Guide } from '../rules/guide.ts';
import { styles } from './html-styles.ts';
import { type Block, type Inline, parseBlocks, parseInline, visible, visibleLines } from './markup.ts';
import type { Report, ReportedFinding } from './report.ts';
import { acceptedFixTitle, byStep, countsSentence, severityWords, summaryOf } from './summary.ts';

/** One file, no script, nothing fetched; it can be mailed, archived and printed. */
export function renderHtml(report: Report, steps: Guide['steps']): string {
  const { guide, input } = report;
  const heading = `Duende IdentityServer ${guide.from} → ${guide.target}`;
  const { left } = summaryOf(report);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(`${heading}: ${input.name}`)}</title>
<style>${styles}</style>
</head>
<body>
<header>
<h1>${escapeHtml(heading)}</h1>
<p>${codeTag(input.name)} · ${input.files.toLocaleString('en-US')} files · SHA-256 ${codeTag(input.sha256)}</p>
<p><strong>${escapeHtml(countsSentence(report))}</strong></p>
</header>
<main>
${section('Left for you', left.length > 0 && `<ol class="todo">${left.map(todoItem).join('\n')}</ol>`)}
${section('Projects', report.projects.length > 0 && projectTable(report))}
${section('Answers', report.questions.length > 0 && questionTable(report))}
${byStep(steps, report.findings)
  .map((step) => section(step.title, step.findings.map(findingCard).join('\n')))
  .join('\n')}
${section('Changed files', report.changes.length > 0 && changeTable(report))}
${section('Notices', report.notices.length > 0 && noticeList(report))}
${section('What was looked for', coverageTable(report))}
</main>
<footer><p>Made by ${escapeHtml(report.tool.name)} ${escapeHtml(report.tool.version)}. Not affiliated with the vendor.</p></footer>
</body>
</html>
`;
}

const section = (title: string, body: string | false) =>
  body === false || body === '' ? '' : `<section>\n<h2>${escapeHtml(title)}</h2>\n${body}\n</section>`;

const todoItem = (finding: ReportedFinding) =>
  `<li><a href="#${anchor(finding.id)}">${inlines(finding.title)}</a> <span class="severity ${finding.severity}">${severityWords[finding.severity]}</span><br>${places(finding)}</li>`;

const places = ({ evidence }: ReportedFinding) =>
  evidence.map(({ path, line }) => codeTag(`${path}:${line}`)).join(', ');

function findingCard(finding: ReportedFinding): string {
  return `<article id="${anchor(finding.id)}">
<h3>${inlines(finding.title)}</h3>
<p class="facts"><span class="severity ${finding.severity}">${severityWords[finding.severity]}</span> · ${finding.confidence} · ${decisionText(finding)}</p>
${blocks(finding.message)}
${tableOf(finding)}${finding.evidence.map(evidenceFigure).join('\n')}
${finding.fixes.length > 0 ? `<ul class="fixes">${finding.fixes.map((fix) => fixItem(finding, fix)).join('')}</ul>` : '<p>No edit is offered: this needs a person.</p>'}
<p class="facts">${codeTag(finding.id)} · ${sourceLink(finding.source)}</p>
</article>`;
}

const tableOf = ({ table: content }: ReportedFinding) =>
  content
    ? `${table(
        content.columns.map(inlines),
        content.rows.map((row) => row.map(inlines)),
      )}\n`
    : '';

const evidenceFigure = ({ path, line, column, because, excerpt }: ReportedFinding['evidence'][number]) =>
  `<figure><figcaption>${codeTag(`${path}:${line}:${column}`)} ${inlines(because)}</figcaption><pre>${escapeHtml(visibleLines(excerpt))}</pre></figure>`;

function fixItem({ decision }: ReportedFinding, fix: ReportedFinding['fixes'][number]): string {
  const isTaken = decision.kind === 'accept' && decision.fix === fix.id;
  const caution = fix.caution === undefined ? '' : `<br><span class="caution">${inlines(fix.caution)}</span>`;
  return `<li>${isTaken ? '<strong>✓ accepted:</strong> ' : ''}${inlines(fix.title)} <span class="safety">${fix.safety}</span>${caution}</li>`;
}

function decisionText(finding: ReportedFinding): string {
  const { decision } = finding;
  const by = decision.by === 'user' ? ', by you' : '';
  if (decision.kind === 'accept') return `accepted${by}: ${inlines(acceptedFixTitle(finding) ?? '')}`;
  if (decision.kind === 'decline')
    return `declined${by}${decision.reason ? `: ${escapeHtml(visible(decision.reason))}` : ''}`;
  return decision.kind === 'by-hand' ? `by hand${by}` : 'undecided';
}

const sourceLink = (source: string) =>
  /^https:\/\//.test(source) ? `<a href="${escapeHtml(source)}" rel="noreferrer">source</a>` : escapeHtml(source);

const projectTable = ({ projects }: Report) =>
  table(
    ['Project', 'Kind', 'Frameworks', 'Packages'],
    projects.map(({ path, host, targetFrameworks, packages }) => [
      codeTag(path),
      escapeHtml(host),
      escapeHtml(visible(targetFrameworks.join(', '))),
      packages
        .map(
          (use) =>
            `${escapeHtml(visible(use.id))} ${codeTag(use.version ?? '?')} (${codeTag(`${use.declaredIn}:${use.line}`)})`,
        )
        .join('<br>'),
    ]),
  );

const questionTable = ({ questions }: Report) =>
  table(
    ['Question', 'Project', 'Answer', ''],
    questions.map(({ title, project, answer, assumed }) => [
      inlines(title),
      project === null ? '' : codeTag(project),
      answer === '' ? 'no answer' : codeTag(answer),
      assumed ? 'assumed' : 'given',
    ]),
  );

const changeTable = ({ changes }: Report) =>
  table(
    ['File', 'Change', 'Findings'],
    changes.map((change) => [
      codeTag(change.path),
      change.kind === 'add' ? 'added' : `${change.edits.length} ${change.edits.length === 1 ? 'edit' : 'edits'}`,
      change.findings.map((id) => `<a href="#${anchor(id)}">${escapeHtml(id)}</a>`).join('<br>'),
    ]),
  );

const noticeList = ({ notices }: Report) =>
  `<ul>${notices
    .map(({ path, line, message }) => {
      const place = path === null ? '' : `${codeTag(line === null ? path : `${path}:${line}`)} `;
      return `<li>${place}${inlines(message)}</li>`;
    })
    .join('\n')}</ul>`;

const stateWords = {
  found: 'found',
  'nothing-found': 'looked for, not found',
  'by-hand': 'a person must check',
  'not-looked-for': 'not looked for',
} as const;

const coverageTable = ({ coverage }: Report) =>
  table(
    ['Item', 'What', 'State', 'Why'],
    coverage.map(({ item, title, state, why }) => [
      codeTag(item),
      inlines(title),
      stateWords[state],
      why === null ? '' : inlines(why),
    ]),
  );

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const header = head.map((cell) => `<th scope="col">${cell}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n');
  return `<div class="scroll"><table><thead><tr>${header}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}

const anchor = (id: string) => escapeHtml(id.replace(/[^\w-]+/g, '-'));
const codeTag = (text: string) => `<code>${escapeHtml(visible(text))}</code>`;
const inlines = (text: string) => parseInline(visible(text)).map(renderInline).join('');
const blocks = (text: string) => parseBlocks(visibleLines(text)).map(renderBlock).join('\n');

function renderBlock(block: Block): string {
  if (block.kind === 'code') return `<pre>${escapeHtml(block.text)}</pre>`;
  if (block.kind === 'paragraph') return `<p>${block.inlines.map(renderInline).join('')}</p>`;
  if (block.kind === 'table') {
    const [head = [], ...rows] = block.rows.map((row) => row.map((cell) => cell.map(renderInline).join('')));
    return table(head, rows);
  }
  const tag = block.isNumbered ? 'ol' : 'ul';
  return `<${tag}>${block.items.map((item) => `<li>${item.map(renderInline).join('')}</li>`).join('')}</${tag}>`;
}

function renderInline(part: Inline): string {
  const text = escapeHtml(part.text);
  if (part.kind === 'code') return `<code>${text}</code>`;
  if (part.kind === 'strong') return `<strong>${text}</strong>`;
  return part.kind === 'link' ? `<a href="${escapeHtml(part.href)}" rel="noreferrer">${text}</a>` : text;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (c) => entities[c] ?? c);
