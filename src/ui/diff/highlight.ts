/** Coloured stretches of one line; what lies between them is plain. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly kind: 'keyword' | 'string' | 'comment' | 'name' | 'type';
}

export type Colours = readonly (readonly Token[])[]; // per line

export type Language = 'csharp' | 'xml' | 'json';

const byExtension: Readonly<Record<string, Language>> = {
  cs: 'csharp',
  csproj: 'xml',
  props: 'xml',
  targets: 'xml',
  config: 'xml',
  xml: 'xml',
  slnx: 'xml',
  json: 'json',
};

export const languageOf = (path: string): Language | null =>
  byExtension[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? null;

const kinds: Readonly<Record<string, Token['kind']>> = {
  keyword: 'keyword',
  literal: 'keyword',
  meta: 'keyword',
  built_in: 'type',
  type: 'type',
  title: 'name',
  name: 'keyword',
  tag: 'keyword',
  attr: 'name',
  string: 'string',
  number: 'string',
  comment: 'comment',
};

/** Above this a text keeps the page's thread too long; it is then shown without colours. */
const longest = 200_000;

export async function colour(text: string, language: Language): Promise<Colours> {
  if (text.length > longest) return [];
  const { default: highlighter } = await import('./highlighter.ts');
  const tree = highlighter.highlight(text, { language, ignoreIllegals: true })._emitter as unknown as Emitter;
  return linesOf(tree.rootNode);
}

interface Emitter {
  readonly rootNode: Node;
}

interface Node {
  readonly scope?: string;
  readonly children: readonly (Node | string)[];
}

/** Walks the tree of scopes: no markup is ever made of it. */
export function linesOf(root: Node): Colours {
  const lines: Token[][] = [[]];
  let column = 0;
  const add = (text: string, kind: Token['kind'] | undefined) => {
    text.split('\n').forEach((part, at) => {
      if (at > 0) {
        lines.push([]);
        column = 0;
      }
      if (kind && part !== '') lines.at(-1)?.push({ start: column, end: column + part.length, kind });
      column += part.length;
    });
  };
  const walk = (node: Node, outer: Token['kind'] | undefined) => {
    const kind = kinds[node.scope?.split('.')[0] ?? ''] ?? outer;
    for (const child of node.children) typeof child === 'string' ? add(child, kind) : walk(child, kind);
  };
  walk(root, undefined);
  return lines;
}

/** Cuts a line where a colour or a mark begins or ends. */
export function segmentsOf(text: string, tokens: readonly Token[], marks: readonly { start: number; end: number }[]) {
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...tokens, ...marks])
    cuts.add(Math.min(start, text.length)).add(Math.min(end, text.length));
  const at = [...cuts].sort((a, b) => a - b);
  return at.slice(0, -1).map((start, index) => {
    const end = at[index + 1] ?? text.length;
    const covers = (span: { start: number; end: number }) => span.start <= start && end <= span.end;
    return {
      start,
      text: text.slice(start, end),
      kind: tokens.find(covers)?.kind ?? null,
      isMarked: marks.some(covers),
    };
  });
}
