import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode, encodeText, looksBinary, unwritableCharacter } from './encoding.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));

describe('decode', () => {
  it('reads UTF-8 with and without a BOM', () => {
    expect(decode(utf8('é'))).toEqual({ text: 'é', encoding: 'utf-8', bom: false });
    expect(decode(utf8('\uFEFFé'))).toEqual({ text: 'é', encoding: 'utf-8', bom: true });
  });

  it('keeps a second BOM as a character', () => {
    expect(decode(utf8('\uFEFF\uFEFFa'))?.text).toBe('\uFEFFa');
  });

  it('reads an empty file as UTF-8', () => {
    expect(decode(bytes())).toEqual({ text: '', encoding: 'utf-8', bom: false });
  });

  it('reads UTF-16 in both orders by its BOM', () => {
    expect(decode(utf16('\uFEFFx = 1;'))).toEqual({ text: 'x = 1;', encoding: 'utf-16le', bom: true });
    expect(decode(bytes(0xfe, 0xff, 0, 0x78))).toEqual({ text: 'x', encoding: 'utf-16be', bom: true });
  });

  it('reads UTF-16 without a BOM only where it is unmistakable', () => {
    expect(decode(utf16('namespace A;'))).toEqual({ text: 'namespace A;', encoding: 'utf-16le', bom: false });
    expect(decode(bytes(0x61, 0, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67))).toBeUndefined();
    expect(decode(bytes(1, 0, 2, 0, 3, 0, 4, 0))).toBeUndefined();
  });

  it('takes UTF-32 and UTF-16 of odd length for no text', () => {
    expect(decode(bytes(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0))).toBeUndefined();
    expect(decode(bytes(0xff, 0xfe, 0x61))).toBeUndefined();
  });

  it('falls back to Windows-1252', () => {
    expect(decode(bytes(0x63, 0xe9, 0x80))).toEqual({ text: 'cé€', encoding: 'windows-1252', bom: false });
  });

  it.each([0x81, 0x8d, 0x8f, 0x90, 0x9d])('gives up on byte %i, which Windows-1252 does not define', (byte) => {
    expect(decode(bytes(0x61, byte))).toBeUndefined();
  });

  it('knows Windows-1252 as the code page table has it', () => {
    const upper = '€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ';
    for (let byte = 0x80; byte <= 0xff; byte++) {
      const expected = byte < 0xa0 ? upper[byte - 0x80] : String.fromCharCode(byte);
      // Between two that can't be UTF-8.
      expect(decode(bytes(0xe9, byte, 0xe9))?.text[1] ?? '\uFFFD', `byte ${byte}`).toBe(expected);
    }
  });

  it('takes NULs and control characters for binary', () => {
    for (const binary of [bytes(0x89, 0x50, 0x4e, 0x47, 0), bytes(0x4d, 0x5a, 0x90, 3), bytes(0x61, 0, 0x62)]) {
      expect(decode(binary)).toBeUndefined();
      expect(looksBinary(binary)).toBe(true);
    }
  });

  it('gives any text file back byte for byte', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 40 }),
        fc.constantFrom([], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff]),
        (tail, bom) => {
          const received = bytes(...bom, ...tail);
          const decoded = decode(received);
          if (decoded) expect(encode(decoded.text, decoded.encoding, decoded.bom)).toEqual(received);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('encode', () => {
  it('refuses what the encoding has no character for', () => {
    expect(encodeText('→', 'windows-1252')).toBeUndefined();
    expect(encodeText('\u0081', 'windows-1252')).toBeUndefined();
    expect(encodeText('\ud800', 'utf-8')).toBeUndefined();
    expect(unwritableCharacter('a → b', 'windows-1252')).toBe('→');
    expect(unwritableCharacter('a → 😀', 'utf-8')).toBeUndefined();
  });
});
