import { describe, expect, it } from 'vitest';
import { madeUpFinding } from '../../testing/made-up-findings.ts';
import { hexId, madeUpGuide, madeUpReport } from '../../testing/made-up-report.ts';
import { schemaObjections } from '../../testing/report-schema.ts';
import type { Decisions } from '../decisions/decision.ts';
import type { Finding } from '../rules/finding.ts';
import type { FilePath } from '../workspace/file-path.ts';
import { renderHtml } from './html.ts';
import { code, escapeMarkdown, renderMarkdown } from './markdown.ts';
import { parseBlocks, parseInline, visible } from './markup.ts';

const hostilePath = 'src/`<img src=x onerror=alert(1)>`|[x](https://evil.example)\n# Owned\u202e.cs' as FilePath;
const place = madeUpFinding('x').evidence[0];

const finding = (name: string, parts: Partial<Finding> = {}) => madeUpFinding(name, { id: hexId(name), ...parts });

const hostile = finding('hostile', {
  title: 'Call of `a``b` <script>alert(1)</script> ![x](https://evil.example/pixel) | cell',
  message: 'Seen <b>here</b> [click](https://evil.example)\n\n- one\n- `two`\n\n```\n</pre><script>\n```',
  evidence: [{ ...place, path: hostilePath, excerpt: '</pre><script>alert(1)</script>' }],
});
const report = madeUpReport([hostile], new Map(), {
  input: { name: '"><script>.zip', files: 1, bytes: 1, sha256: 'ab'.repeat(32) },
  notices: [{ code: 'odd', path: hostilePath, line: 3, message: '<script>` [x](javascript:alert(1))' }],
});
const { steps } = madeUpGuide;

describe('the HTML report', () => {
  const html = renderHtml(report, steps);

  it('has no markup but its own, whatever the names and the code say', () => {
    const tags = new Set([...html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, name]) => name!.toLowerCase()));
    for (const tag of ['script', 'img', 'b', 'iframe']) expect(tags).not.toContain(tag);
    expect(html).toContain('&lt;script&gt;');
    expect([...html.matchAll(/\bon\w+=(?=[^<]*>)/g)].filter(([hit]) => hit.startsWith('onerror') === false)).toEqual(
      [],
    );
    expect([...html.matchAll(/<[^>]*\sonerror/g)]).toEqual([]);
  });

  it('links nowhere that user text names', () => {
    expect(
      [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!).filter((href) => !href.startsWith('#')),
    ).toEqual(['https://example.com/guide']);
  });

  it('fetches nothing: no source, no stylesheet, no import', () => {
    expect(html).not.toMatch(/\ssrc=(?![^<]*&)|<link|@import|url\(/);
  });

  it('shows hostile characters instead of obeying them', () => {
    expect(html).toContain('\\u202e');
    expect(html).not.toContain('\u202e');
  });

  it('is readable in light and in dark', () => {
    expect(html).toContain('prefers-color-scheme: dark');
    expect(html).toContain('name="color-scheme" content="light dark"');
  });
});

describe('the Markdown report', () => {
  const markdown = renderMarkdown(report, steps);

  it('leaves no HTML, image or link to user text', () => {
    const outsideCode = markdown
      .replace(/^ *(`{3,})[\s\S]*?^ *\1$/gm, '')
      .replace(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');
    expect(outsideCode).not.toMatch(/<|(?<!\\)\]\(|^# Owned/m);
    expect(outsideCode).toContain('&lt;script&gt;');
  });

  it('keeps a hostile file name in one code span on one line', () => {
    expect(markdown).toContain(
      '``src/`<img src=x onerror=alert(1)>`|[x](https://evil.example)\\u000a# Owned\\u202e.cs:1``',
    );
  });

  it('says what was done, what is left and where', () => {
    const done: Decisions = new Map([[hexId('done'), { kind: 'accept', fix: 'fix', by: 'default' }]]);
    const text = renderMarkdown(madeUpReport([finding('done'), finding('open')], done), steps);
    expect(text).toContain('2 findings: 1 accepted, 1 left for you.');
    expect(text).toContain('- [ ] **breaks the build** · The open changed');
    expect(text).toContain('  - `src/Worker.cs:1` calls the old name');
    expect(text).toContain('- The done changed: Apply fix · `src/Worker.cs:1`');
    expect(text).toContain('Looked for, not found: `A03`');
  });

  it('says plainly where a question has no answer yet', () => {
    const asked = {
      id: 'q',
      project: null,
      step: 'schema',
      title: 'When?',
      why: '',
      choices: null,
      assumed: '',
    } as const;
    const parts = { questions: [{ ...asked, answer: '', isAssumed: true }] };
    expect(renderMarkdown(madeUpReport([], new Map(), parts), steps)).toContain('- When? no answer (assumed)');
    expect(renderHtml(madeUpReport([], new Map(), parts), steps)).toContain('<td>no answer</td>');
  });

  it('fits the description of a pull request, however much was found', () => {
    const many = Array.from({ length: 3_000 }, (_, i) => finding(`f${i}`, { message: 'Long. '.repeat(30) }));
    const text = renderMarkdown(madeUpReport(many), steps);
    expect(text.length).toBeLessThan(65_536);
    expect(text).toContain('3,000 findings');
    expect(text).toMatch(/… and [\d,]+ more, in the HTML and JSON reports/);
  });
});

describe('the little Markdown of titles and messages', () => {
  it('is code, strong text and links to documentation', () => {
    expect(parseInline('Call `A` **now**, see [docs](https://docs.duendesoftware.com/x).')).toEqual([
      { kind: 'text', text: 'Call ' },
      { kind: 'code', text: 'A' },
      { kind: 'text', text: ' ' },
      { kind: 'strong', text: 'now' },
      { kind: 'text', text: ', see ' },
      { kind: 'link', text: 'docs', href: 'https://docs.duendesoftware.com/x' },
      { kind: 'text', text: '.' },
    ]);
  });

  it('is plain text where a link leads elsewhere', () => {
    expect(parseInline('[x](https://evil.example/)')).toEqual([{ kind: 'text', text: '[x](https://evil.example/)' }]);
  });

  it('has paragraphs, lists and code', () => {
    expect(parseBlocks('One\ntwo\n\n- a\n- b\n\n```csharp\nx();\n```\nEnd').map(({ kind }) => kind)).toEqual([
      'paragraph',
      'list',
      'code',
      'paragraph',
    ]);
  });

  it('has tables and numbered lists', () => {
    const message = '| column | type |\n|---|---|\n| `a` | int |\n\nThen:\n1. one\n2. two';
    expect(parseBlocks(message).map(({ kind }) => kind)).toEqual(['table', 'paragraph', 'list']);
    const report = madeUpReport([finding('table', { message })]);
    expect(renderMarkdown(report, steps)).toContain('  | column | type |\n  | --- | --- |\n  | `a` | int |');
    expect(renderMarkdown(report, steps)).toContain('  1. one\n  2. two');
    expect(renderHtml(report, steps)).toContain('<td><code>a</code></td><td>int</td>');
    expect(renderHtml(report, steps)).toContain('<ol><li>one</li><li>two</li></ol>');
  });

  it('is followed by the table of its finding, also where nothing has to be done', () => {
    const table = { columns: ['client', 'what changes'], rows: [['`a|b`', 'the **typ** <i>']] };
    for (const severity of ['changes-behaviour', 'advice'] as const) {
      const report = madeUpReport([finding('table', { table, severity, fixes: [] })]);
      expect(renderMarkdown(report, steps)).toContain(
        '  | client | what changes |\n  | --- | --- |\n  | `a\\|b` | the **typ** &lt;i&gt; |',
      );
      expect(renderHtml(report, steps)).toContain(
        '<td><code>a|b</code></td><td>the <strong>typ</strong> &lt;i&gt;</td>',
      );
      expect(schemaObjections(report)).toEqual([]);
    }
  });

  it('is not escaped into a list where a sentence begins with a version', () => {
    const text = renderMarkdown(madeUpReport([finding('v', { message: '6.2 did this.' })]), steps);
    expect(text).toContain('  6.2 did this.');
    const list = renderMarkdown(madeUpReport([finding('v', { message: '**x** 1. a\n\n2) b' })]), steps);
    expect(list).toContain('2\\) b');
  });
});

describe('escaping', () => {
  it.each([
    ['a', '`a`'],
    ['a`b', '``a`b``'],
    ['`a`', '`` `a` ``'],
  ])('puts %s into a code span', (text, span) => {
    expect(code(text)).toBe(span);
  });

  it('leaves nothing that Markdown reads', () => {
    expect(escapeMarkdown('*a* _b_ [c](d) <e> | `f` &amp;')).toBe(
      '\\*a\\* \\_b\\_ \\[c\\](d) &lt;e&gt; \\| \\`f\\` &amp;amp;',
    );
  });

  it('makes control and direction characters visible', () => {
    expect(visible('a\u0000\u202eb')).toBe('a\\u0000\\u202eb');
  });
});
