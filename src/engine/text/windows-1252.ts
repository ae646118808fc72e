/**
 * Bytes 80–9F; 0 where the code page has no character. Not `TextDecoder`: it gives those five control characters,
 * and some versions of Node read all of windows-1252 as Latin-1.
 */
const upper = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0,
  0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
];
const byteOf = new Map(upper.map((code, i) => [code, 0x80 + i]));
byteOf.delete(0);

/** Undefined where a byte has no character. */
export function decodeWindows1252(bytes: Uint8Array): string | undefined {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 4096) {
    const codes = Array.from(bytes.subarray(at, at + 4096), (byte) => (byte >> 5 === 4 ? upper[byte - 0x80]! : byte));
    if (codes.some((code, i) => code === 0 && bytes[at + i] !== 0)) return undefined;
    parts.push(String.fromCharCode(...codes));
  }
  return parts.join('');
}

/** Undefined where a character has no byte. */
export function encodeWindows1252(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const byte = code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : byteOf.get(code);
    if (byte === undefined) return undefined;
    bytes[i] = byte;
  }
  return bytes;
}
