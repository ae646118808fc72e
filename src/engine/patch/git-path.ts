const named: Readonly<Record<number, string>> = {
  7: '\\a',
  8: '\\b',
  9: '\\t',
  10: '\\n',
  11: '\\v',
  12: '\\f',
  13: '\\r',
  34: '\\"',
  92: '\\\\',
};

/** As git writes a path in a patch: in quotes, with octal escapes, where it has more than plain ASCII. */
export function quoteGitPath(path: string): string {
  const bytes = new TextEncoder().encode(path);
  const quoted = Array.from(bytes, quoteByte).join('');
  return quoted === path ? path : `"${quoted}"`;
}

function quoteByte(byte: number): string {
  if (named[byte]) return named[byte];
  return byte < 0x20 || byte >= 0x7f ? `\\${byte.toString(8).padStart(3, '0')}` : String.fromCharCode(byte);
}
