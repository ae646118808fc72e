import type { Node } from 'web-tree-sitter';

/** The `///` lines right above a declaration. */
export function documentationOf(node: Node): Node[] {
  const lines: Node[] = [];
  for (let above = node.previousSibling; above?.type === 'comment'; above = above.previousSibling)
    if (above.text.startsWith('///')) lines.unshift(above);
  return lines;
}

export const documentedNames = (lines: readonly Node[]): string[] =>
  lines.flatMap(({ text }) => [...text.matchAll(/<param(?:ref)?\s+name\s*=\s*"([^"]+)"/g)].map(([, name]) => name!));
