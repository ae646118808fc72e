/** What a look at a C# file's bytes tells without parsing it. */
export interface TextScan {
  /** One character a byte (UTF-16 files are decoded): good for finding names, not for offsets. */
  readonly text: string;
  /** Names that something in the file may declare as a type. */
  readonly declared: readonly string[];
  readonly hasGlobalUsings: boolean;
}

const declaration =
  /\b(?:class|struct|interface|enum|record)\s+(?:class\s+|struct\s+)?@?([\w\x80-\xff]+)|\bdelegate\s[^;(]*?@?([\w\x80-\xff]+)\s*(?:<[^(]*>)?\s*\(/g;

export function scanText(bytes: Uint8Array): TextScan {
  const text = decoder(bytes).decode(bytes);
  const declared = new Set<string>();
  for (const match of text.matchAll(declaration)) declared.add(match[1] ?? match[2] ?? '');
  return { text, declared: [...declared], hasGlobalUsings: /\bglobal\s+using\b/.test(text) };
}

function decoder(bytes: Uint8Array) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be');
  return new TextDecoder('latin1');
}

/** Matches any of the names as a whole word. */
export const anyOf = (names: Iterable<string>) => {
  const words = [...names].map(asBytes).sort();
  return words.length === 0 ? /$^/ : new RegExp(`(?<![\\w\\x80-\\xff])(?:${words.join('|')})(?![\\w\\x80-\\xff])`);
};

/** A name beyond ASCII as its UTF-8 bytes, one character each. */
const asBytes = (name: string) =>
  /^[\w]*$/.test(name)
    ? name
    : [...new TextEncoder().encode(name)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
