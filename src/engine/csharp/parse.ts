import type { Node, Tree } from 'web-tree-sitter';
import type { Span } from '../text/span.ts';
import type { SourceFile } from '../workspace/workspace.ts';
import { blank, type Defined, type Directives, readDirectives } from './directives.ts';
import type { Grammar } from './grammar.ts';

export interface ParsedFile {
  readonly file: SourceFile;
  readonly tree: Tree;
  readonly directives: Directives;
  /** What the grammar didn't understand: nothing is read from there, nothing is edited there. */
  readonly unread: readonly Span[];
}

/** Constructs the grammar lacks, each replaced by one of the same length that it has. */
const gaps: readonly [RegExp, (match: string) => string][] = [
  [/\.\.(\s*)var(\s+)\w+/g, (match) => `..${' '.repeat(match.length - 2)}`],
  [/\ballows ref struct\b/g, (match) => 'class'.padEnd(match.length)],
  [/\bvar\s+(?:or|and|with)\b|\b(?:required|partial)(?=\s*[.=])/g, (match) => `${match.slice(0, -1)}_`],
];

/** What the directives of a file come to where these symbols are set. */
export const directivesOf = (file: SourceFile, defined: Defined) => readDirectives(`${file.text}\n`, defined);

/**
 * Parses without dead code, and with second tries, all of which keep every offset: a line break at the end, directives blanked,
 * then every branch but the first blanked, then known gaps of the grammar filled. The first try without an error counts.
 */
export function parse(file: SourceFile, grammar: Grammar, directives: Directives): ParsedFile {
  const { lines, inactive, laterBranches } = directives;
  const text = blank(`${file.text}\n`, inactive);
  const whole = () => text;
  const withoutLines = () => blank(text, lines);
  const withoutBranches = () => blank(text, [...lines, ...laterBranches]);
  const tries = [[whole], [withoutLines], [withoutBranches], [whole, fill], [withoutBranches, fill]] as const;
  let first: Tree | undefined;
  const tried = new Set<string>();
  for (const [make, change] of tries) {
    const shown = make();
    const source = change?.(shown) ?? shown;
    if (tried.has(source)) continue;
    tried.add(source);
    const tree = parseAs(source, shown, grammar);
    if (!tree.rootNode.hasError) {
      first?.delete();
      return { file, tree, directives, unread: splitLists(tree.rootNode, directives) };
    }
    if (first) tree.delete();
    else first = tree;
  }
  return {
    file,
    tree: first!,
    directives,
    unread: [...unreadRegions(first!.rootNode), ...splitLists(first!.rootNode, directives)],
  };
}

/** The tree of `source`, whose nodes tell the text that stands in `shown`. */
function parseAs(source: string, shown: string, { parser }: Grammar): Tree {
  let input = source;
  const tree = parser.parse((index) => input.slice(index))!;
  input = shown;
  return tree;
}

const fill = (text: string) => gaps.reduce((filled, [pattern, by]) => filled.replace(pattern, by), text);

/** The statement or member around each error, since its neighbours inside may be misread too. */
function unreadRegions(root: Node): Span[] {
  const regions: Span[] = [];
  const visit = (node: Node, around: Node) => {
    if (node.isError || node.isMissing) {
      const { startIndex: start, endIndex: end } =
        node.endIndex - node.startIndex > around.endIndex - around.startIndex ? node : around;
      regions.push({ start, end });
      return;
    }
    if (!node.hasError) return;
    const next =
      /_(statement|declaration)$/.test(node.type) && !/^(class|struct|interface|record|.*namespace)_/.test(node.type)
        ? node
        : around;
    for (const child of node.children) if (child) visit(child, next === root && child.isError ? child : next);
  };
  visit(root, root);
  return regions;
}

const lists = ['argument_list', 'bracketed_argument_list', 'parameter_list', 'base_list', 'type_argument_list'];
const bodies = [
  'block',
  'declaration_list',
  'switch_body',
  'compilation_unit',
  'initializer_expression',
  'accessor_list',
];

/** Lists with a directive between their members: what parses there is one branch beside the other, which no compiler sees. */
function splitLists(root: Node, { lines }: Directives): Span[] {
  const found = new Map<number, Span>();
  for (const { start, end } of lines) {
    let node = root.descendantForIndex(start, end);
    while (node && !lists.includes(node.type) && !bodies.includes(node.type)) node = node.parent;
    if (node && lists.includes(node.type)) found.set(node.startIndex, { start: node.startIndex, end: node.endIndex });
  }
  return [...found.values()];
}
