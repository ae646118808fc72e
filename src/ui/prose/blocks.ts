/** The part of Markdown that our own texts use. Anything else stays as written. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'code'; readonly language: string; readonly text: string }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

export type Inline =
  | { readonly kind: 'text' | 'code' | 'strong' | 'em'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

const fence = /^```(\S*)/;
const heading = /^(#{1,6}) (.*)$/;
const bullet = /^(?:[-*]|\d+\.) (?:\[[ x]\] )?/;
const tableRow = /^\|(.*)\|\s*$/;

export function blocksOf(markdown: string): Block[] {
  const lines = markdown.replaceAll('\r\n', '\n').split('\n');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    const [block, next] = line.trim() === '' ? [null, at + 1] : blockAt(lines, at);
    if (block) blocks.push(block);
    at = next;
  }
  return blocks;
}

function blockAt(lines: readonly string[], at: number): [Block, number] {
  const line = lines[at] ?? '';
  const code = fence.exec(line);
  if (code) {
    const end = indexWhere(lines, at + 1, (each) => each.startsWith('```'));
    return [{ kind: 'code', language: code[1] ?? '', text: lines.slice(at + 1, end).join('\n') }, end + 1];
  }
  const title = heading.exec(line);
  if (title) return [{ kind: 'heading', level: title[1]?.length ?? 1, text: title[2] ?? '' }, at + 1];
  if (tableRow.test(line)) {
    const end = indexWhere(lines, at, (each) => !tableRow.test(each));
    const [head = [], , ...rows] = lines.slice(at, end).map(cellsOf);
    return [{ kind: 'table', head, rows }, end];
  }
  if (bullet.test(line)) return listAt(lines, at);
  const end = indexWhere(lines, at + 1, (each) => each.trim() === '' || fence.test(each) || bullet.test(each));
  return [
    {
      kind: 'paragraph',
      text: lines
        .slice(at, end)
        .map((each) => each.trim())
        .join(' '),
    },
    end,
  ];
}

function listAt(lines: readonly string[], start: number): [Block, number] {
  const isOrdered = /^\d/.test(lines[start] ?? '');
  const items: Block[][] = [];
  let at = start;
  while (bullet.test(lines[at] ?? '')) {
    const end = indexWhere(
      lines,
      at + 1,
      (each, index) => !/^\s{2,}\S/.test(each) && !(each === '' && /^\s{2,}\S/.test(lines[index + 1] ?? '')),
    );
    const [first = '', ...rest] = lines.slice(at, end);
    const body = rest.map((each) => each.replace(/^ {2,3}/, ''));
    items.push(blocksOf([first.replace(bullet, ''), ...body].join('\n')));
    at = end;
  }
  return [{ kind: 'list', isOrdered, items }, at];
}

const cellsOf = (line: string) => (tableRow.exec(line)?.[1] ?? '').split('|').map((cell) => cell.trim());

function indexWhere(lines: readonly string[], from: number, claim: (line: string, index: number) => boolean): number {
  let at = from;
  while (at < lines.length && !claim(lines[at] ?? '', at)) at++;
  return at;
}

const inline = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*|\[([^\]]+)\]\((https:\/\/[^)\s]+)\)/g;

export function inlinesOf(text: string): Inline[] {
  const parts: Inline[] = [];
  let done = 0;
  for (const match of text.matchAll(inline)) {
    if (match.index > done) parts.push({ kind: 'text', text: text.slice(done, match.index) });
    parts.push(inlineOf(match));
    done = match.index + match[0].length;
  }
  if (done < text.length) parts.push({ kind: 'text', text: text.slice(done) });
  return parts;
}

function inlineOf([, code, strong, em, label, href]: RegExpExecArray | RegExpMatchArray): Inline {
  if (code !== undefined) return { kind: 'code', text: code };
  if (strong !== undefined) return { kind: 'strong', text: strong };
  if (em !== undefined) return { kind: 'em', text: em };
  return { kind: 'link', text: label ?? '', href: href ?? '' };
}
