import type { Node } from 'web-tree-sitter';

/** The value of a literal; null where the expression isn't one. */
export function literalText(node: Node): string | number | boolean | null {
  switch (node.type) {
    case 'string_literal':
      return unescaped(node.text.slice(1, -1));
    case 'verbatim_string_literal':
      return node.text.slice(2, -1).replaceAll('""', '"');
    case 'raw_string_literal':
      return /^"{3,}(.*?)"{3,}$/s.exec(node.text)?.[1]?.trim() ?? null;
    case 'integer_literal':
    case 'real_literal': {
      const value = Number(node.text.replaceAll('_', '').replace(/[uUlLfFdDmM]+$/, ''));
      return Number.isNaN(value) ? null : value;
    }
    case 'boolean_literal':
      return node.text === 'true';
    default:
      return null;
  }
}

const unescaped = (text: string) =>
  text.replace(/\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{1,4}|.)/g, (_, code: string) => {
    if (/^[ux]/.test(code)) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return { n: '\n', r: '\r', t: '\t', '0': '\0' }[code] ?? code;
  });
