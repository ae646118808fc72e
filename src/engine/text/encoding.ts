import { decodeWindows1252, encodeWindows1252 } from './windows-1252.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface Decoded {
  readonly text: string; // without the BOM
  readonly encoding: Encoding;
  readonly bom: boolean;
}

const boms: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

export const bomOf = (encoding: Encoding): readonly number[] => boms.find(([name]) => name === encoding)?.[1] ?? [];

/** Only what `encode` turns into the same bytes again; undefined for everything else, binary files included. */
export function decode(bytes: Uint8Array): Decoded | undefined {
  const [marked, bom] = boms.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte)) ?? [];
  if (marked && bom) return asDecoded(read(bytes.subarray(bom.length), marked), marked, true);
  const encoding = unmarkedUtf16(bytes);
  if (encoding) return asDecoded(read(bytes, encoding), encoding, false);
  const utf8 = read(bytes, 'utf-8');
  return utf8 !== undefined ? asDecoded(utf8, 'utf-8', false) : asDecoded(readAnsi(bytes), 'windows-1252', false);
}

/** Undefined where the encoding has no such character. */
export function encode(text: string, encoding: Encoding, bom: boolean): Uint8Array | undefined {
  const body = encodeText(text, encoding);
  if (!body || !bom) return body;
  const mark = bomOf(encoding);
  const bytes = new Uint8Array(mark.length + body.length);
  bytes.set(mark);
  bytes.set(body, mark.length);
  return bytes;
}

/** Without a BOM. */
export function encodeText(text: string, encoding: Encoding): Uint8Array | undefined {
  if (encoding === 'windows-1252') return encodeWindows1252(text);
  // A lone surrogate has no bytes in any encoding; `TextEncoder` would write U+FFFD.
  if (/\p{Surrogate}/u.test(text)) return undefined;
  return encoding === 'utf-8' ? new TextEncoder().encode(text) : encodeUtf16(text, encoding === 'utf-16le');
}

/** The first characters of `text` that the encoding cannot represent, for a message. */
export function unwritableCharacter(text: string, encoding: Encoding): string | undefined {
  return [...text].find((character) => encodeText(character, encoding) === undefined);
}

/** Told from text by its NULs and control characters. */
export const looksBinary = (bytes: Uint8Array): boolean => bytes.some(isOddControl);

function asDecoded(text: string | undefined, encoding: Encoding, bom: boolean): Decoded | undefined {
  return text === undefined || text.includes('\0') ? undefined : { text, encoding, bom };
}

function read(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const readAnsi = (bytes: Uint8Array) => (looksBinary(bytes) ? undefined : decodeWindows1252(bytes));

/** C0 controls that no text has; tab, line and page breaks, ^Z and ESC do occur. */
function isOddControl(byte: number): boolean {
  return byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a && byte !== 0x1b;
}

/** Unmistakable: nearly every other byte is NUL, all on one side, and the rest reads as text. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < 8 || bytes.length % 2 === 1 || !bytes.includes(0)) return undefined;
  const zeros = [0, 0];
  bytes.forEach((byte, i) => {
    if (byte === 0) zeros[i & 1]!++;
  });
  const [even = 0, odd = 0] = zeros;
  const enough = bytes.length * 0.4;
  const encoding = even === 0 && odd > enough ? 'utf-16le' : odd === 0 && even > enough ? 'utf-16be' : undefined;
  if (!encoding) return undefined;
  const text = read(bytes, encoding);
  return text !== undefined && ![...text].some((c) => isOddControl(c.codePointAt(0)!)) ? encoding : undefined;
}

function encodeUtf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}
