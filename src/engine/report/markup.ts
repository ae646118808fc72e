/** The little Markdown that titles and messages are written in. All else in them is plain text. */
export type Inline =
  | { readonly kind: 'text' | 'code' | 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

export type Block =
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'list'; readonly isNumbered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Inline[])[])[] } // the first is the head
  | { readonly kind: 'code'; readonly text: string };

/** Messages quote the user's files, so a link counts only where it leads to documentation. */
const link =
  /\[([^\]\n]+)\]\((https:\/\/(?:docs\.duendesoftware\.com|learn\.microsoft\.com|github\.com\/DuendeSoftware)\/[^\s)]*)\)/;
const inline = new RegExp(`(\`+)(?!\`)(.+?)(?<!\`)\\1(?!\`)|\\*\\*([^*\\n]+)\\*\\*|${link.source}`, 'gs');

export function parseInline(text: string): readonly Inline[] {
  const parts: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(inline)) {
    const [whole, , code, strong, label, href] = match;
    if (match.index > at) parts.push({ kind: 'text', text: text.slice(at, match.index) });
    at = match.index + whole.length;
    if (code !== undefined) parts.push({ kind: 'code', text: /^ .*[^ ].* $/s.test(code) ? code.slice(1, -1) : code });
    else if (strong !== undefined) parts.push({ kind: 'strong', text: strong });
    else if (label !== undefined && href !== undefined) parts.push({ kind: 'link', text: label, href });
  }
  if (at < text.length) parts.push({ kind: 'text', text: text.slice(at) });
  return parts;
}

export function parseBlocks(text: string): readonly Block[] {
  return text.split(/^(```[^\n]*\n[\s\S]*?\n```)[ \t]*$/m).flatMap((part): Block[] => {
    const fenced = /^```[^\n]*\n([\s\S]*?)\n```$/.exec(part);
    return fenced ? [{ kind: 'code', text: fenced[1] ?? '' }] : proseBlocks(part);
  });
}

function proseBlocks(text: string): Block[] {
  return text
    .split(/\n[ \t]*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .flatMap((block) => tableIn(block) ?? listIn(block));
}

/** Lines of cells between pipes, the second one of dashes. */
function tableIn(block: string): Block[] | null {
  const lines = block.split('\n').map((line) => line.trim());
  if (!lines.every((line) => /^\|.*\|$/.test(line)) || !/^\|[\s:|-]+\|$/.test(lines[1] ?? '')) return null;
  const cells = (line: string) => line.slice(1, -1).split(/(?<!\\)\|/);
  const rows = lines.filter((_, i) => i !== 1).map((line) => cells(line).map((cell) => parseInline(cell.trim())));
  return [{ kind: 'table', rows }];
}

/** A paragraph, and the list that may follow it line by line. */
function listIn(block: string): Block[] {
  const isNumbered = /^\d+\. /m.test(block) && !/^[-*] /m.test(block);
  const [before = '', ...items] = block.split(isNumbered ? /^\d+\. /m : /^[-*] /m);
  const lead = oneLine(before);
  return [
    ...(lead === '' ? [] : [{ kind: 'paragraph', inlines: parseInline(lead) } as const]),
    ...(items.length === 0
      ? []
      : [{ kind: 'list', isNumbered, items: items.map((item) => parseInline(oneLine(item))) } as const]),
  ];
}

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ').trim();

/** Control and direction characters as their code points: a hostile name can't break a line or turn it around. */
export const visible = (text: string) =>
  text.replace(
    /[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The same for text of several lines: tabs and line breaks stay. */
export const visibleLines = (text: string) =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.split('\t').map(visible).join('\t'))
    .join('\n');
